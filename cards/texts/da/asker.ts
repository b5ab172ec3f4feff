/** A case as the one who asked sees it. `agent` is the sparring agent's name. */
export const asker = {
  title: {
    asked: (agent: string) => `Sendt. Jeg spørger ${agent}`,
    askedNext: (agent: string) => `Nu spørger jeg ${agent}`,
    looking: 'Jeg leder efter en sparringsagent til dig',
    share: 'Må alle sparringsagenter læse sagen?',
    shared: 'Alle sparringsagenter kan nu se sagen',
    refused: 'Sagen venter på den næste, der får tid',
    taken: (agent: string) => `${agent} har taget din sag`,
    sent: (agent: string) => `Sendt til ${agent}`,
    wrote: (agent: string) => `${agent} har skrevet til dig`,
    asks: (agent: string) => `${agent} vil gerne vide mere`,
    talk: (agent: string) => `${agent} vil gerne tale med dig`,
    talkAt: (agent: string, when: string) => `${agent} foreslår en snak ${when}`,
    talkSent: (agent: string) => `${agent} ved nu, at du gerne vil tale sammen`,
    goOn: 'Hvordan vil du videre?',
    answered: (agent: string) => `${agent} har svaret dig`,
    saidNo: (agent: string) => `${agent} har svaret: Det er et nej`,
    thanked: (agent: string) => `${agent} har fået din tak`,
    helped: 'Godt, at det hjalp',
    helpedPartly: 'Noget hjalp, noget mangler',
    helpedNot: 'Der mangler stadig noget',
    closed: 'Sagen er lukket',
    withdrawn: 'Du har trukket sagen tilbage',
  },
  promise: (when: string) => `Et menneske skriver til dig senest ${when}.`,
  /** While nobody has it and nobody is being asked, the promise is at risk: say so before it breaks. */
  promiseAtRisk: (when: string) =>
    `Jeg har lovet, at et menneske skriver til dig senest ${when}. Holder det ikke, siger jeg til.`,
  missed: (when: string) => `Du skulle have hørt fra et menneske senest ${when}. Det holdt ikke, og det er jeg ked af.`,
  missedTaken: (agent: string) => `Nu har ${agent} sagen og ved, at du venter.`,
  yourAgent: 'din sparringsagent',
  anAgent: 'en sparringsagent',
  chosenFor: (agent: string, fields: string) => `Jeg valgte ${agent}, fordi sagen handler om ${fields}.`,
  offer: (agent: string, until: string) => `Siger ${agent} ikke ja inden ${until}, spørger jeg den næste.`,
  looking: 'Jeg skriver, så snart en har sagt ja.',
  askedReaders: 'Kun dem, jeg spørger, kan læse sagen. Din leder er ikke en af dem.',
  noneFree: 'Lige nu er der ingen ledig sparringsagent, der passer til sagen.',
  noneTook: (asked: number) =>
    asked === 1
      ? 'Jeg har spurgt én sparringsagent, som ikke havde mulighed for at tage sagen.'
      : `Jeg har spurgt ${asked} sparringsagenter. Ingen af dem havde mulighed for at tage sagen.`,
  shareMeans:
    'Siger du ja, kan alle sparringsagenter læse den, dog ikke din leder, og den første med tid tager den. Siger du nej, venter den, til der er en, jeg kan spørge.',
  shareNameless: 'Dit navn står der stadig ikke.',
  shareYes: 'Ja, vis den for alle',
  shareNo: 'Nej, vent på den næste',
  shared: 'Den første, der har tid, tager den. Din leder kan ikke se den.',
  namelessYet: 'Du står som "Anonym kollega". Kun du kan ændre det.',
  shareAfterAll: 'Vil du ikke vente, kan du vise den for alle sparringsagenter, dog ikke din leder.',
  added: 'Det, du har tilføjet, følger med sagen.',
  firstWord: (agent: string, when: string) => `${agent} skriver til dig senest ${when}.`,
  theirTurn: (agent: string) => `Nu er det ${agent}, der skriver. Du får besked her.`,
  reminded: (agent: string) => `Jeg har mindet ${agent} om, at du venter.`,
  yourTurn: (agent: string) => `Nu er det dig. Et par linjer til ${agent} er nok.`,
  yourTurnTalk: 'Passer det dig? Skriv ja, eller foreslå et andet tidspunkt.',
  yourTurnCall: (agent: string) => `Ring, når du kan, eller skriv til ${agent}, hvornår det passer.`,
  youReminded: (agent: string) => `${agent} venter på et ord fra dig. En enkelt linje er nok.`,
  readers: (agent: string) => `Kun du og ${agent} kan læse det, I skriver her.`,
  nameless: (agent: string) => `${agent} ser dig som "Anonym kollega".`,
  talkWaits: (agent: string) =>
    `Før I kan tale sammen, må ${agent} vide, hvem du er. Det bestemmer du selv. I kan også blive ved med at skrive.`,
  goOn: (agent: string) =>
    `Her har været stille længe. Jeg kan spørge en anden end ${agent}, du kan skrive igen, eller du kan lukke sagen.`,
  didItHelp: 'Hjalp svaret dig?',
  quiet: 'Sagen lukker af sig selv efter ti stille arbejdsdage. Du kan skrive igen når som helst.',
  missing: (agent: string) => `Skriv, hvad der mangler, så går sagen tilbage til ${agent}.`,
  step: (text: string, day: string) =>
    `Forslag til dit næste skridt: ${text}, ${day}. Det er dit valg. Datoen kan du flytte bagefter.`,
  stepAccepted: (text: string, day: string) => `Dit næste skridt: ${text}, ${day}.`,
  stepDropped: (text: string) => `Du har lagt skridtet væk: ${text}.`,
  outcome: 'Kort sagt',
  ground: 'Grunden',
  alternative: 'I stedet',
  canReopen: (agent: string | null, until: string) =>
    agent === null
      ? `Du kan åbne den igen til og med ${until}.`
      : `Du kan skrive til ${agent} igen til og med ${until}.`,
  tooOld: 'Er der nyt, så skriv det her. Det bliver en ny sag.',
  withdrawn: 'Jeg spørger ikke flere. Får du brug for det, så skriv bare igen.',
  about: (text: string) => `Sagen: ${text}`,
};
