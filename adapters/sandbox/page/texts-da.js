// @ts-check
/** The page's own texts in Danish. What is in the chats comes from Sammen, in each person's own language. */

/** @param {number} n @param {string} one @param {string} many */
const of = (n, one, many) => `${n} ${n === 1 ? one : many}`;
/** @param {number} n */
const cases = (n) => of(n, 'sag', 'sager');
/** @param {number} n */
const people = (n) => of(n, 'person', 'personer');

/** The texts of the HTML files, by the `data-text…` that asks for them. */
const still = {
  skip: 'Gå til skrivefeltet',
  what: 'Sammen er en chatrobot. Du skriver, hvad du er i tvivl om. Den finder en kollega, der svarer.',
  place: 'Lillekøbing Kommune (opdigtet)',
  clockAndJobs: 'Ur og job',
  you: 'Du er',
  whoAreYou: 'Hvem er du?',
  searchFor: 'Søg efter navn, afdeling eller rolle',
  search: 'Søg, for eksempel Lone',
  tryOut: 'Hvad kan jeg prøve?',
  chat: 'Samtale',
  toEnd: 'Ny besked ↓',
  closed: 'Det er uden for arbejdstid. Beskeder, der kan vente, kommer næste arbejdsdag.',
  write: 'Skriv til Sammen',
  writeHere: 'Skriv til Sammen …',
  send: 'Send til Sammen',
  keys: 'Enter sender. Skift + Enter giver en ny linje.',
  clock: 'Uret',
  clockExplained: 'Spol tiden frem, og se, hvad Sammen så gør.',
  twoHours: '+2 timer',
  nextMorning: 'Næste arbejdsdag kl. 9',
  tenDays: '+10 arbejdsdage',
  choose: 'Eller vælg selv',
  setClock: 'Stil uret',
  jobs: 'Kør noget nu',
  jobsExplained: 'Det, Sammen ellers gør om natten og om mandagen.',
  runJob: 'Vælg, hvad der skal køre',
  samePlaces: 'Samme besked i Teams og i Slack',
  back: 'Tilbage til samtalen',
  onlyShown: 'Her ser du kun, hvordan beskeden ser ud. Det, du trykker på, bliver ikke sendt.',
  inTeams: 'I Teams',
  inSlack: 'I Slack',
  notification: 'Det, en notifikation viser',
};

/** @type {Record<string, string>} */
const jobNames = {
  offers: 'Tilbud, der venter på svar',
  leavers: 'Sager fra dem, der er stoppet',
  links: 'Konti, der bliver til én person',
  'follow-up': 'Opfølgning og påmindelser',
  'weekly-nudge': 'Ugens skub',
  rollups: 'Ugetal til rapporten',
  digest: 'Ugekort til HR',
  drafts: 'Påmindelser om udkast',
  retention: 'Sletning af gammelt',
  forget: 'Sletning af dem, der har bedt om det',
  calendar: 'Byens kalender',
};

/** @type {Record<string, (n: number) => string>} */
const done = {
  'moved-on': (n) => `${cases(n)} gik videre til en anden`,
  'promise-missed': (n) => `${people(n)} fik at vide, at svaret ikke kom til tiden`,
  'list-reminded': (n) => `der blev mindet om ${cases(n)}, som ingen har taget`,
  'human-told': (n) => `et menneske hørte om ${cases(n)}, der har ventet længe`,
  reminded: (n) => `${people(n)} blev mindet om en sag`,
  'asked-on': (n) => `${people(n)} blev spurgt, hvordan sagen skal gå videre`,
  closed: (n) => `${of(n, 'stille sag', 'stille sager')} blev lukket`,
  'citizen-reminded': (n) => `${people(n)} blev mindet om, at en borger hører fra dem`,
  'followed-up': (n) => `${people(n)} blev spurgt, hvordan det gik`,
  'passed-over': (n) => `${people(n)} blev ikke spurgt, fordi det er for længe siden`,
  'introduction-lapsed': (n) => `${of(n, 'introduktion', 'introduktioner')} udløb uden svar`,
  'stories-proposed': (n) => `${of(n, 'fortælling', 'fortællinger')} blev foreslået`,
  'admins-warned': (n) => `${of(n, 'administrator', 'administratorer')} fik at vide, at der ikke er nogen at spørge`,
  'offers-moved-on': (n) => `${cases(n)} gik videre til en anden`,
  'cases-handed-on': (n) => `${cases(n)} fik en ny kollega`,
  'brought-over': (n) => `${of(n, 'ting', 'ting')} fulgte med til den samlede konto`,
  nudges: (n) => `${people(n)} får ugens skub`,
  'left-out': (n) => `${people(n)} får det ikke i denne uge`,
  welcomes: (n) => `${people(n)} får en velkomst`,
  previews: (n) => `${people(n)} i HR får skubbet at se på forhånd`,
  facts: (n) => `${of(n, 'ny hændelse', 'nye hændelser')} er talt med`,
  weeks: (n) => `${of(n, 'uge', 'uger')} er lagt sammen`,
  digests: (n) => `${people(n)} i HR får ugens tal`,
  'drafts-returned': (n) => `${of(n, 'udkast', 'udkast')} kom tilbage`,
  'drafts-reminded': (n) => `${people(n)} blev mindet om et udkast`,
  'drafts-ended': (n) => `${of(n, 'udkast', 'udkast')} blev slettet`,
  'cases-ended': (n) => `${of(n, 'gammel sag', 'gamle sager')} blev slettet`,
  'drafts-removed': (n) => `${of(n, 'gammelt udkast', 'gamle udkast')} blev ryddet væk`,
  'meetings-removed': (n) => `${of(n, 'gammel aftale', 'gamle aftaler')} om en fortælling blev ryddet væk`,
  'messages-removed': (n) => `${of(n, 'gammel besked', 'gamle beskeder')} blev ryddet væk`,
  'chat-lines-removed': (n) => `${of(n, 'gammel linje', 'gamle linjer')} i chatten blev ryddet væk`,
  forgotten: (n) => `${people(n)} blev slettet`,
  events: (n) => `${of(n, 'arrangement', 'arrangementer')} i byens kalender er læst`,
  'calendar-told': (n) => `${of(n, 'administrator', 'administratorer')} fik at vide, at byens kalender ikke kan læses`,
};

export const da = {
  ...still,
  jobNames,
  done,
  language: 'Dansk',
  /** @type {Record<string, string>} */
  roles: { agent: 'Sparringsagent', hr: 'HR', admin: 'Admin' },
  dark: 'Mørkt tema',
  light: 'Lyst tema',
  more: 'Flere valg',
  me: 'Du',
  elsewhere: 'Se den i Teams og Slack',
  received: 'Modtaget.',
  changedCard: 'Kortet har ændret sig. Det, du skrev, står her endnu:',
  newMessage: 'Ny besked fra Sammen',
  away: 'Forbindelsen til Sammen er væk. Siden prøver selv igen.',
  stillHere: 'Din tekst står her endnu.',
  quiet: 'Her er stille endnu. Skriv til Sammen herunder.',
  pickBoth: 'Vælg både en dag og et klokkeslæt.',
  nothingToDo: 'Der var ikke noget at gøre.',
  optional: '(valgfrit)',
  pick: 'Vælg',
  gone: 'Beskeden findes ikke længere.',
  pageTitle: 'Teams og Slack',
  /** @param {string} name @param {string} at */
  to: (name, at) => `Til ${name}, ${at}`,
  /** @param {string} label */
  notSent: (label) => `"${label}" blev ikke sendt. Tryk i samtalen, hvis du vil gøre det.`,
  /** @param {string} name */
  chatOf: (name) => `Samtale mellem ${name} og Sammen`,
  /** @param {string} who */
  youAreNow: (who) => `Du er nu ${who}`,
  /** @param {number} n @returns {string} */
  fresh: (n) => (n === 1 ? 'ny' : 'nye'),
  /** @param {number} n @returns {string} */
  andMore: (n) => (n === 0 ? '' : ` og ${n} til`),
  /** @param {number} _n @returns {string} */
  hasNews: (_n) => 'har noget nyt',
  /** @param {string} day */
  goTo: (day) => `Gå til ${day} kl. 9`,
  /** @param {string} at */
  clockMoved: (at) => `Uret står på ${at}. Sammen ser efter, hvad der nu skal ske …`,
  /** @param {string} at */
  allDone: (at) => `Uret står på ${at}. Alt, der skulle ske, er sket.`,
  /** @param {string} job */
  running: (job) => `Kører: ${job} …`,
  /** @param {string} job @param {string} what */
  ran: (job, what) => `Kørt: ${job}. ${what}`,
  groups: {
    you: 'Du er nu',
    roles: 'Med en rolle',
    news: 'Har noget nyt',
    found: 'Fundet',
  },
  /** @param {number} n */
  hidden: (n) => `${of(n, 'kollega', 'kolleger')} mere. Søg for at finde dem.`,
  nobodyFound: 'Ingen hedder det. Prøv et fornavn eller en afdeling.',
  errors: {
    busy: 'Sammen kan ikke gemme lige nu. Prøv igen om lidt.',
    fields: 'Sammen kunne ikke bruge det, der står i felterne. Se dem igennem, og prøv igen.',
    missing: 'Det findes ikke længere. Genindlæs siden, hvis det bliver ved.',
    tooLong: 'Teksten er for lang. Kort den lidt ned, og send igen.',
    failed: 'Det lykkedes ikke. Prøv igen om lidt.',
    silent: 'Sammen svarer ikke. Er programmet stoppet? Prøv igen om lidt.',
    page: 'Noget gik galt her på siden. Genindlæs den, og prøv igen.',
  },
  guide: {
    title: 'Prøv det på to minutter',
    first: 'Skriv et dilemma som ',
    firstRest: ' nederst på siden. Du får et kort at se. Tryk Send på kortet.',
    second: 'Skift til den kollega, der har fået en ny besked (tallet ved navnet). Sig ja til sagen, og svar på den.',
    /** @param {string} name */
    third: (name) => `Skift tilbage til ${name}, læs svaret, og sig, om det hjalp.`,
    examples: 'Mangler du et dilemma? Tag et af disse. Ingen ser det, før du trykker Send på kortet.',
    close: 'Luk',
    /** '' where nothing need be said */
    languageNote: '',
  },
  examples: [
    {
      label: 'Skaterampen',
      text: 'En gruppe unge vil selv bygge en skaterrampe ved havnen. Jeg vil gerne hjælpe, men er bange for at tage idéen fra dem. Hvordan griber jeg det an?',
    },
    {
      label: 'Grunden, ingen ejer',
      text: 'Forældrene vil lave en lille legeplads på den tomme grund ved skolen. Vi er tre afdelinger om den, og ingen ringer tilbage. Hvem skal jeg tale med?',
    },
    {
      label: 'Ventetiden på cykelstien',
      text: 'Beboerne har ventet et halvt år på svar om cykelstien. Jeg ved ikke noget nyt endnu. Hvad skriver jeg til dem?',
    },
  ],
};

/** @typedef {typeof da} Texts */
/** @typedef {keyof typeof still} Still */
