/** What Sammen knows about a person, and what they can change themselves. */
export const people = {
  profile: {
    title: {
      nothing: 'Din profil',
      profile: 'Gemt. Sådan ser din profil ud nu',
    },
    agent: 'Din profil hjælper mig med at finde den rette til en sag.',
    agentReaders:
      'Alle kolleger kan slå dig op med ordet "agenter": navn, afdeling og det, du er god til. Dit nummer ser kun den, du foreslår en snak, og alle, hvis du sætter kryds ved den åbne liste.',
    colleague: 'Jeg viser kun dit nummer til den, du foreslår en snak.',
    principles: 'Principper, du er god til',
    topics: 'Emner, du ved noget om',
    languages: 'Sprog, du kan hjælpe på',
    ownLanguage: 'Sprog, jeg skriver til dig på',
    languageNames: { da: 'Dansk', en: 'Engelsk' },
    capacity: 'Hvor mange sager vil du højst have ad gangen?',
    shown: 'Vis mig på den åbne liste. Alle kan se den: navn, afdeling, telefon, og hvor man kan møde dig',
    phone: 'Din telefon',
    phoneHint: 'For eksempel: 70 00 01 01',
    place: 'Hvor kan man møde dig?',
    placeHint: 'For eksempel: Biblioteket, 1. sal',
    send: 'Gem profil',
  },
  absence: {
    label: 'Jeg er væk i en periode',
    intro: 'Når du er væk, får du ingen nye sager. De sager, du har, bliver hos dig.',
    from: 'Første dag',
    until: 'Sidste dag',
    substitute: 'Hvem skal jeg spørge i stedet? (hvis du vil)',
    send: 'Gem fravær',
    heading: 'Du er væk',
    days: (from: string, until: string) => (from === until ? from : `${from} til og med ${until}`),
    instead: (name: string) => `Jeg spørger ${name} først.`,
    nobody: 'Jeg spørger den, der passer bedst.',
    end: 'Jeg er her alligevel',
    title: {
      nothing: 'Hvornår er du væk?',
      absence: 'Gemt. Du får ingen nye sager imens',
      back: 'Godt, du er her. Jeg spørger dig igen',
    },
    notAgent: {
      title: 'Du behøver ikke melde fravær her',
      text: 'Det er kun til sparringsagenter, som bliver spurgt om sager. Hvis du vil være fri for skubbene imens, kan du holde pause.',
    },
  },
  unit: {
    label: 'Fortæl, hvor du arbejder',
    intro:
      'Hvor arbejder du? Din sparringsagent ser det, men aldrig når du sender uden navn. Jeg spørger kun denne ene gang.',
    unit: 'Din afdeling',
    other: 'Ikke på listen? Skriv afdelingen',
    send: 'Gem afdeling',
  },
  leftBy: {
    title: 'Din sag skal have en ny sparringsagent',
    text: (agent: string) =>
      `${agent} kan ikke tage sig af din sag mere. Det har ikke noget med dig eller sagen at gøre. Den næste ser kun dit dilemma, ikke det, I to har skrevet til hinanden.`,
    gaveBack: (agent: string) =>
      `${agent} kan ikke gå videre med din sag denne gang. Det siger ikke noget om dig eller sagen. Den næste ser kun dit dilemma, ikke det, I to har skrevet til hinanden.`,
  },
  stuck: {
    title: 'En sag venter på en sparringsagent',
    since: 'Har ventet siden',
    text: 'Ingen har taget sagen endnu. Spørg gerne en sparringsagent, om der er plads til en mere, eller find en kollega, der kan blive sparringsagent.',
    readers:
      'Jeg viser ikke teksten, og heller ikke hvem der har spurgt. Den, der venter, ved, at jeg har bedt et menneske om hjælp.',
  },
  whyInstead: 'Jeg spørger dig, fordi du træder til for en kollega, der er væk.',
  /** After an agent has said twice that they do not know enough about a principle. */
  field: {
    title: (name: string) => `Skal jeg lade være med at spørge dig om "${name}"?`,
    text: 'To gange har du sagt nej til en sag, fordi du ikke ved nok om den slags. Begge svar er helt i orden.',
    readers: 'Kun du kan se spørgsmålet, og jeg stiller det kun denne ene gang.',
    drop: (name: string) => `Ja, spørg mig ikke om ${name}`,
    keep: 'Nej, spørg mig gerne',
    dropped: {
      title: (name: string) => `"${name}" står ikke længere i din profil`,
      text: 'Sager om det princip får du nu kun, hvis emnet er dit, eller hvis ingen anden kan. Du kan sætte princippet ind igen i din profil.',
    },
    kept: {
      title: (name: string) => `Jeg spørger dig stadig om "${name}"`,
      text: 'Du kan altid sige nej til en sag og rette din profil.',
    },
  },
  nowAgent: {
    title: 'Du er nu sparringsagent',
    text: (by: string) =>
      `${by} har givet dig rollen. Når en kollega står med noget svært, spørger jeg, om du vil hjælpe. Du kan altid sige nej.`,
    profile: 'Fortæl mig, hvad du er god til. Når du skal være væk, skriver du "fravær".',
  },
};
