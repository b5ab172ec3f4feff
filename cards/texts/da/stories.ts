import type { StoryState } from '../../../bot/stories/story.ts';

/** What was learned in a case, told to all. `agent`, `teller`: the first name of the other of the two. */
export const stories = {
  standing: 'Fortælling',
  /** On the case's card, once the asker has said how it went. */
  ask: {
    question: (agent: string) =>
      `Må andre lære af det? Så skriver jeg et forslag uden navne. Kun du og ${agent} læser det, før I begge har sagt ja til hvert ord.`,
    yes: 'Ja, skriv et forslag',
    no: 'Nej tak',
    show: 'Vis fortællingen',
  },
  moved: (platform: string | null) =>
    platform === null ? 'Fortællingen står længere nede' : `Fortællingen står i ${platform}`,
  teller: {
    title: {
      proposed: () => 'Må andre lære af din sag?',
      approved: (agent: string) => `Nu læser ${agent} din fortælling`,
      published: () => 'Alle kolleger kan læse din fortælling',
      withdrawn: () => 'Fortællingen bliver ikke delt',
      'taken-down': () => 'HR har taget fortællingen ned',
    } satisfies Record<StoryState, (agent: string) => string>,
    titleEdited: 'Er det sådan, du vil fortælle det?',
    titleAlone: 'Fortællingen kan ikke deles',
    proposal: 'Mit forslag',
    words: 'Din fortælling',
    how: 'Jeg har skrevet det ud fra dit dilemma, svaret og det, du lærte. Ret det, så det bliver dit.',
    next: (agent: string) =>
      `Hvis du siger ja, læser ${agent} ordene. Først når ${agent} også siger ja, kan alle kolleger læse dem. De kan også komme som ugens skub og i rapporten til HR.`,
    hidden: 'Jeg har taget navne, steder og afdelinger ud. Se efter, om der er mere, en borger kan kendes på.',
    silence: 'Kolleger kan ikke se, at det er dig, der fortæller. Hvis du ikke svarer, sker der ikke mere.',
    approved: (agent: string) => `Du har sagt ja. Når ${agent} også siger ja, kan alle kolleger læse ordene.`,
    published: (agent: string) =>
      `${agent} har også sagt ja. Kolleger kan finde fortællingen, når de står med noget, der ligner. Den kan også komme som ugens skub og i rapporten til HR.`,
    nameless: 'Kolleger kan ikke se, at det er dig, der fortæller. Du kan altid tage fortællingen tilbage.',
    alone: 'Den, der svarede, er her ikke mere. Derfor kan fortællingen ikke få det andet ja.',
    withdrawn: 'Ordene er slettet. Det ændrer ikke noget ved sagen.',
    takenDown: 'Ingen kolleger kan læse den mere. Det ændrer ikke noget ved sagen.',
  },
  agent: {
    title: {
      proposed: (teller: string) => `${teller} retter i fortællingen`,
      approved: (teller: string) => `Må andre lære af det, du og ${teller} talte om?`,
      published: () => 'Alle kolleger kan læse fortællingen',
      withdrawn: () => 'Fortællingen bliver ikke delt',
      'taken-down': () => 'HR har taget fortællingen ned',
    } satisfies Record<StoryState, (teller: string) => string>,
    words: 'Fortællingen',
    proposed: 'Du får ordene at se, når de er klar.',
    approved: (teller: string) =>
      `${teller} har sagt ja til netop disse ord. Når du også siger ja, kan alle kolleger læse dem. De kan også komme som ugens skub og i rapporten til HR.`,
    silence: 'Kolleger kan ikke se, hvem I er, eller hvilken sag det er. Hvis du ikke svarer, sker der ikke mere.',
    published: 'Kolleger kan ikke se, hvem I er, eller hvilken sag det er. Du kan altid tage fortællingen tilbage.',
    withdrawn: 'Ordene er slettet. Det ændrer ikke noget ved sagen.',
    takenDown: 'Ingen kolleger kan læse den mere. Det ændrer ikke noget ved sagen.',
  },
  hr: {
    title: { published: 'En fortælling, som kolleger kan læse', 'taken-down': 'Fortællingen er taget ned' },
    nameless: 'To kolleger har sagt ja til hvert ord. Du kan ikke se, hvem de er.',
    takenDown: 'Ingen kolleger kan læse den mere, og de to læser grunden.',
  },
  /** What colleagues can read, for whoever may take a story down. */
  list: {
    title: 'Det kan kolleger læse',
    item: (principle: string, week: number, year: string) => `${principle} · uge ${week}, ${year}`,
    show: 'Vis den',
    takeDown: 'Når du viser en fortælling, kan du tage den ned og skrive grunden.',
    more: 'Vis flere',
    none: 'Her er ingen fortællinger',
    noneText:
      'En fortælling kommer, når en kollega og den, der hjalp, begge siger ja til at dele det, de lærte af en sag.',
  },
  /** To the teller, when the story was enough for somebody. */
  helped: {
    title: 'Din fortælling hjalp en kollega',
    text: 'Den var nok til at komme videre. Tak, fordi du fortalte.',
  },
  /** What "søg …" finds. */
  search: {
    title: 'Det fandt jeg',
    nothing: 'Jeg fandt ingen fortælling om det',
    noStory: 'Der er ingen fortælling om det endnu.',
    tryOther: 'Prøv gerne med et andet ord, for eksempel "søg bænk".',
    ask: 'Du kan også skrive dit dilemma til mig i et par sætninger. Så finder jeg en kollega, der kan hjælpe.',
    more: (count: number): string =>
      count === 1
        ? 'Der er én mere. Skriv et ord til efter "søg".'
        : `Der er ${count} mere. Skriv et ord til efter "søg".`,
    principles: 'Princip',
    readers: 'To kolleger har sagt ja til hvert ord. Kun du ser, hvad du søger efter.',
    what: 'Hvad vil du søge efter?',
    how: 'Skriv "søg" og et ord eller to, for eksempel "søg borgermøde". Jeg leder i kollegers fortællinger og i de seks principper.',
  },
  /** Stories on a draft's preview. */
  inDraft: {
    heading: 'En kollega har prøvet noget, der ligner',
    headingSeveral: 'Kolleger har prøvet noget, der ligner',
    enough: 'Er fortællingen nok? Så smider jeg udkastet væk, og den, der fortalte, hører, at det hjalp en kollega.',
    enoughOfOne: 'Er en af dem nok? Så smider jeg udkastet væk, og den, der fortalte, hører, at det hjalp en kollega.',
    story: 'Fortalt af en kollega',
    whole: (count: number): string => (count === 1 ? 'Læs hele fortællingen' : 'Læs hele fortællingerne'),
    helped: 'Den hjalp mig',
    helpedNth: (nth: number) => `Nr. ${nth} hjalp mig`,
    meet: {
      label: 'Tal med en, der har prøvet det',
      labelNth: (nth: number) => `Tal med den bag nr. ${nth}`,
      intro: 'Den, der fortæller, læser din linje og dit navn, ikke dit dilemma. Først ved et ja får du navnet.',
      text: 'Hvad vil du gerne tale om?',
      hint: 'Et par ord er nok',
      send: 'Spørg',
    },
    asking: 'Jeg har spurgt den, der fortæller',
    askingUntil: (when: string) => `Du hører her senest ${when}. Hvis det ikke passer nu, får du dit udkast tilbage.`,
    met: 'Du skal tale med den, der fortæller',
    used: 'Godt, at fortællingen hjalp. Udkastet er smidt væk.',
    returned: 'Den, der fortæller, kan ikke lige nu. Skal jeg sende dit dilemma?',
  },
  /** The question to a teller whether they will talk with a colleague, and what came of it. */
  meeting: {
    kicker: 'Din fortælling',
    title: (writer: string) => `${writer} vil gerne tale med dig om din fortælling`,
    wrote: (writer: string) => `${writer} skriver`,
    told: 'Din fortælling',
    shows: (first: string) => `Hvis du siger ja, får ${first} dit navn at se, og I får hinandens afdeling og telefon.`,
    until: (when: string, first: string) =>
      `Svar senest ${when}. Ellers siger jeg bare til ${first}, at det ikke passer nu.`,
    yes: 'Ja, vis mit navn',
    no: 'Ikke nu',
    made: (first: string) => `${first} ser nu dit navn og tager fat i dig. Du kan også selv ringe eller skrive.`,
    titleMade: (name: string) => `Du og ${name} kan nu tale sammen`,
    over: 'Spørgsmålet gælder ikke længere',
    overText: 'Du skal ikke gøre mere. Din kollega ser ikke dit navn.',
    /** To the writer. */
    titleYes: (name: string) => `${name} vil gerne tale med dig`,
    theirs: (first: string) => `Det, ${first} fortalte`,
    goOn: (first: string) => `Tag fat i ${first}, når det passer dig. Dit udkast er smidt væk.`,
  },
  reason: 'Grunden fra HR',
  actions: {
    yes: 'Ja, del ordene',
    no: 'Nej tak',
    edit: {
      label: 'Ret ordene',
      text: 'Din fortælling, højst 600 tegn',
      send: 'Gem ordene',
      intro: 'Skriv uden navne på mennesker, steder og afdelinger.',
      again: 'Når du retter, kan ingen andre læse fortællingen, før I begge har sagt ja til de nye ord.',
    },
    takeBack: 'Tag fortællingen tilbage',
    takeDown: {
      label: 'Tag fortællingen ned',
      reason: 'Hvad er grunden?',
      intro: 'Begge læser grunden. Fortællingen kommer ikke op igen.',
      send: 'Tag den ned',
    },
  },
};
