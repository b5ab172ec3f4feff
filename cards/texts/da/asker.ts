import type { Owner } from '../../../bot/words.ts';

/** A case as its asker sees it. `agent` is the sparring agent's name. */
export const asker = {
  title: {
    asked: (agent: string) => `Jeg spørger ${agent}`,
    askedNext: (agent: string) => `Nu spørger jeg ${agent}`,
    share: 'Må alle sparringsagenter læse sagen?',
    shared: 'Jeg har vist sagen for alle sparringsagenter',
    nobody: 'Jeg kan ikke spørge nogen lige nu',
    humanTold: 'Jeg har bedt et menneske om hjælp til din sag',
    refused: 'Sagen venter på den næste, der får tid',
    taken: (agent: string) => `${agent} har taget din sag`,
    wrote: (agent: string) => `${agent} har skrevet til dig`,
    asks: (agent: string) => `${agent} vil gerne vide mere`,
    talk: (agent: string) => `${agent} vil gerne tale med dig`,
    talkAt: (agent: string, when: string) => `${agent} foreslår en snak ${when}`,
    missed: 'Jeg holdt ikke, hvad jeg lovede dig',
    reminded: (agent: string) => `${agent} venter på et ord fra dig`,
    yourTurn: (agent: string) => `Det er din tur til at skrive til ${agent}`,
    theirTurn: (agent: string) => `Nu venter vi på ${agent}`,
    corrected: (agent: string) => `${agent} har rettet sit svar`,
    goOn: 'Hvordan vil du videre?',
    answered: (agent: string) => `${agent} har svaret dig`,
    saidNo: (agent: string) => `${agent} har svaret: Det er et nej`,
    helped: 'Godt, at det hjalp',
    helpedPartly: 'Noget hjalp, noget mangler',
    helpedNot: 'Der mangler stadig noget',
    followUpStep: 'Blev dit skridt til noget?',
    followUp: 'Hvordan er det gået?',
    followUpTrial: 'Hvad lærte I af forsøget?',
    followedUp: 'Tak, fordi du fortalte det',
    closed: 'Sagen er lukket',
    withdrawn: 'Du har trukket sagen tilbage',
  },
  promise: (when: string) => `Du hører fra et menneske senest ${when}.`,
  /** While nobody has the case and nobody is being asked, the promise is at risk: say so before it is broken. */
  promiseAtRisk: (when: string) =>
    `Jeg har lovet, at et menneske skriver til dig senest ${when}. Jeg siger til, hvis jeg ikke kan holde det.`,
  missed: (when: string) => `Jeg lovede dig et svar senest ${when}. Det holdt jeg ikke. Undskyld.`,
  missedTaken: (agent: string) => `Nu har ${agent} sagen, og jeg minder om, at du venter.`,
  yourAgent: 'din sparringsagent',
  anAgent: 'en sparringsagent',
  chosenFor: (agent: string, fields: string) => `${agent} kender til ${fields}.`,
  guessedFor: (agent: string, fields: string) =>
    `Din sag kan handle om ${fields}, og det kender ${agent} til. Det er et gæt.`,
  guessed: (agent: string) => `Det er et gæt, at ${agent} er den rette.`,
  saysNothing: (agent: string) =>
    `Jeg kan ikke se, hvad din sag handler om, så det er et gæt, at ${agent} er den rette.`,
  looking: 'Jeg skriver, så snart en har sagt ja.',
  askedReaders: 'Kun de sparringsagenter, jeg spørger, kan læse sagen. Din leder er ikke en af dem.',
  nobody: 'Lige nu er der ingen sparringsagent, jeg kan spørge. Jeg spørger den første, der kan, og du får besked her.',
  humanTold:
    'Jeg har bedt et menneske om at finde en, der kan tage din sag. Den, jeg har bedt, ser kun sagens princip og emne, ikke teksten og ikke dit navn.',
  noneFree: 'Lige nu er der ingen ledig sparringsagent, der passer til sagen.',
  noneTook: (asked: number) =>
    asked === 1
      ? 'Jeg har spurgt én, som ikke har sagt ja endnu. Det siger ikke noget om din sag.'
      : `Jeg har spurgt ${['', '', 'to', 'tre'][asked] ?? asked}, og ingen har sagt ja endnu. Det siger ikke noget om din sag.`,
  shareMeans:
    'Ja: Alle sparringsagenter kan læse sagen, men ikke din leder. Den første, der har tid, tager den. Nej: Sagen venter, til en af dem får tid.',
  shareNameless: 'Dit navn er stadig skjult.',
  shareYes: 'Ja, vis sagen for alle',
  shareNo: 'Nej, vent på den næste',
  shared: 'Den første, der har tid, tager sagen. Din leder kan ikke se den.',
  namelessYet: 'Du står som "Anonym kollega". Kun du kan vise dit navn.',
  shareAfterAll: 'Du kan også vise sagen for alle sparringsagenter. Din leder får den ikke at se.',
  added: 'Det, du har tilføjet, følger med sagen.',
  firstWord: (agent: string, when: string) => `${agent} skriver til dig senest ${when}.`,
  theirTurn: (agent: string) => `Nu venter vi på ${agent}. Jeg siger til her.`,
  reminded: (agent: string) => `Jeg minder ${agent} om, at du venter.`,
  yourTurn: (agent: string) => `Nu er det din tur. Et par linjer til ${agent} er nok.`,
  yourTurnTalk: 'Passer det dig?',
  yourTurnCall: (agent: string) => `Ring, når du kan, eller skriv til ${agent}, hvornår det passer.`,
  youReminded: 'En enkelt linje er nok.',
  readers: (agent: string) => `Kun du og ${agent} kan læse det, I skriver her.`,
  nameless: (agent: string) => `${agent} ser dig som "Anonym kollega".`,
  talkWaits: (agent: string) =>
    `Hvis du vil tale med ${agent}, skal du først vise dit navn. Det bestemmer du. I kan også bare skrive videre.`,
  goOn: (agent: string) =>
    `Der har været stille her længe. Jeg kan spørge en anden end ${agent}, du kan skrive igen, eller du kan lukke sagen.`,
  silent: (agent: string, promised: string) =>
    `Du har ikke hørt fra ${agent} endnu, og jeg lovede dig et svar senest ${promised}. Jeg kan spørge en anden, eller du kan vente lidt endnu.`,
  didItHelp: 'Hjalp svaret dig?',
  quiet: 'Sagen lukker af sig selv efter ti stille arbejdsdage. Du kan skrive igen når som helst.',
  missing: (agent: string) => `Skriv, hvad du mangler, så går sagen tilbage til ${agent}.`,
  step: (agent: string, text: string, day: string) =>
    `${agent} foreslår: ${text}, ${day}. Du bestemmer, og du kan flytte datoen.`,
  stepAccepted: (text: string, day: string) => `Dit næste skridt: ${text}, ${day}.`,
  stepBeside: (text: string, day: string) => `Dit eget skridt står stadig: ${text}, ${day}.`,
  stepDropped: (text: string) => `Du valgte at lade skridtet være: ${text}.`,
  followUp: {
    yourStep: 'Dit skridt',
    step: 'Blev det til noget? Det er i orden, hvis det ikke gjorde. Du kan også svare senere.',
    case: (agent: string) => `Du og ${agent} talte om det for nogle uger siden.`,
    trial: 'Blev forsøget til noget? Det er i orden, hvis det ikke gjorde. Du kan også svare senere.',
    yourTrial: 'Jeres forsøg',
    next: 'Hvad gør I nu?',
    saidNext: (next: string) => `Efter forsøget: ${next}.`,
    learned: 'Hvad lærte du? (kun hvis du har lyst)',
    readers: (agent: string) => `Kun ${agent} ser dit svar. Jeg spørger kun denne ene gang.`,
    counted: 'HR ser kun, hvor mange der svarer hvad.',
    said: (answer: string) => `Du svarede: ${answer}.`,
    told: (agent: string) => `Det svar er kun til ${agent}.`,
  },
  /** After somebody corrected the principle or topic. */
  learning: 'En administrator kan læse dilemmaet uden navne, så jeg lærer af rettelsen.',
  trial: { what: 'I prøver', until: 'Til og med', sign: 'Sådan kan I se, om det virker' },
  /** Who carries the case on. */
  owner: {
    asker: () => 'Du har bolden.',
    citizens: () => 'Borgerne har bolden.',
    both: () => 'Du og borgerne har bolden sammen.',
    agent: (agent: string) => `${agent} har bolden.`,
  } satisfies Record<Owner, (agent: string) => string>,
  ground: 'Grunden',
  alternative: 'I stedet',
  canReopen: (agent: string | null, until: string) =>
    agent === null
      ? `Du kan åbne sagen igen til og med ${until}.`
      : `Du kan skrive til ${agent} igen til og med ${until}.`,
  tooOld: 'Skriv her, hvis der er nyt. Det bliver en ny sag.',
  withdrawn: 'Jeg spørger ikke flere. Skriv bare igen, hvis du får brug for det.',
  about: (text: string) => `Sagen: ${text}`,
};
