/** What HR reads on the report's page, in its files and in chat. */
export const report = {
  title: 'Sådan går det med Vi skaber sammen',
  kicker: 'Rapport til HR',
  lead: 'Tal om, hvordan sparringen breder sig. Ingen navne, ingen sager, ingen små grupper.',
  weekName: (week: number, year: number) => `uge ${week}, ${year}`,
  weekShort: (week: number) => `uge ${week}`,
  weekSpan: (from: number, to: number) => `uge ${from}–${to}`,
  byBlock: 'Fire uger står sammen, når der er under 50 ansatte.',
  periods: {
    label: 'Periode',
    weeks: (weeks: number) => `${weeks} uger`,
    before: 'perioden før',
    young: (weeks: number) =>
      weeks === 1 ? 'Sammen har kun 1 hel uge at vise endnu.' : `Sammen har kun ${weeks} hele uger at vise endnu.`,
    compared: (span: string) => `Sammenlignet med ${span}.`,
    steps: 'Tallene rykker fire uger ad gangen, så ingen kan regne en enkelt uge ud.',
    noBefore: 'Der er ingen periode før at sammenligne med endnu.',
  },
  running: {
    heading: 'Ugen, der er i gang',
    unfinished: 'ikke slut',
    none: 'Ingen sager, da vi talte sidst',
    few: 'Under 5 sager, da vi talte sidst',
    about: (from: string, to: string) => `Omkring ${from}–${to} sager, da vi talte sidst`,
    text: 'Vi tæller én gang om dagen. Når ugen er slut, ændrer den sig ikke mere.',
  },
  stories: {
    heading: (count: number): string => ({ 1: 'En fortælling', 2: 'To fortællinger' })[count] ?? 'Tre fortællinger',
    lead: (weeks: number) =>
      `Det har kolleger lært i de seneste ${weeks} uger. To kolleger har sagt ja til hvert ord, og ingen kan se, hvem de er.`,
    none: 'Her kommer fortællinger om det, kolleger har lært. En fortælling kommer først, når den, der spurgte, har sagt ja og godkendt hvert ord.',
  },
  beyond: {
    heading: 'Det, tallene ikke kan vise',
    text: [
      'En opringning eller en kop kaffe tæller ingen steder, og det er ofte den bedste hjælp.',
      'Mange sager kan betyde tillid. De kan også betyde, at noget er svært. Tallene ved ikke hvilket.',
      'Få sager i en afdeling er ingen fejl. Kig forbi, og spørg, hvordan det går.',
      'Tallene siger noget om grupper, aldrig om en kollega. Brug dem ikke til at måle mennesker.',
    ],
  },
  shown: {
    'under-5': 'under 5',
    none: 'for få til at vise',
    uncounted: 'ikke talt endnu',
  },
  small:
    'Tal fra 1 til 4 står som "under 5". Et 0 er altid et rigtigt 0. Alle sager tilsammen er talt præcist, når der er mindst 20 sager og mindst 50 ansatte.',
  noise: (margin: string) =>
    `Tal for grupper er med vilje lidt upræcise, så ingen kan regnes ud. De ligger som regel højst ${margin} fra det rigtige tal, og lagt sammen giver de ikke altid det samlede tal.`,
  margin: (margin: number) => `± ${margin}`,
  marginTitle: 'Så langt kan tallene ligge fra det rigtige',
  margins: '±',
  marginsInWords: '3 (4 uger), 5 (12 uger) eller 10 (52 uger)',
  columns: {
    group: 'Gruppe',
    now: 'Nu',
    before: 'Før',
    people: 'Ansatte',
    week: 'Uge',
    from: 'Fra',
    to: 'Til',
    cases: 'Sager',
    rate: 'Pr. 100 ansatte',
    definition: 'Hvad tallet er',
    figure: 'Tal',
    value: 'Værdi',
    unit: 'Enhed',
    weeks: 'Uger',
    note: 'Note',
    monday: 'Mandag',
  },
  units: { count: 'antal', percent: 'procent', hours: 'arbejdstimer', rate: 'pr. 100 ansatte om ugen' },
  hours: (said: string, isOne: boolean) => (isOne ? `${said} time` : `${said} timer`),
  minutes: (said: string) => `${said} min.`,
  percent: (share: string) => `${share} %`,
  main: {
    asked: 'sager',
    rate: 'sager om ugen pr. 100 ansatte',
    median: 'typisk ventetid på det første svar',
    kept: 'hørte fra et menneske til tiden',
    helpful: 'siger, at svaret hjalp',
    active: 'afdelinger, der har spurgt',
    ofUnits: (active: string, all: string) => `${active} af ${all}`,
  },
  sections: {
    reach: {
      title: 'Hvor mange når vi?',
      definition:
        'Ansatte på kommunens liste, da perioden sluttede. Hver kollega med en chat tæller højst ét sted: har sagt stop, holder pause eller kunne ikke få ugens besked, fordi Sammen er fjernet eller blokeret. "Fik et skub" er, hvor mange der fik et hver uge, lagt sammen.',
    },
    engagement: {
      title: 'Bruger vi skubbene?',
      definition:
        'Hvor mange der hver uge trykkede på en knap inden for 7 dage, lagt sammen. Pause og stop tæller ikke. En fortælling tæller én gang, når begge har sagt ja til den, også hvis den senere bliver taget tilbage.',
    },
    quarterly: {
      title: 'Hvornår gjorde vi sidst noget sammen med borgere?',
      definition:
        'Kollegernes eget svar. Én gang i kvartalet kommer spørgsmålet i stedet for skubbet. Det seneste svar i ugen tæller.',
    },
    weeks: {
      title: 'Sager uge for uge',
      definition:
        'Sager, der er sendt i ugen. En uge går fra mandag til søndag og lukker en time efter. Uger med under 20 sager er lidt upræcise (±\u00a03).',
    },
    sparring: {
      title: 'Hvor meget sparrer vi?',
      definition:
        'En sag er et dilemma, der er sendt. "Uden navn" er sendt anonymt. En kollega kan spørge for en borger eller for en kollega, der ikke bruger Sammen: Det er "for andre". Samtaler er forslag om at tale sammen, i telefon eller til et møde. I en genåbnet sag er der skrevet videre efter svaret.',
    },
    units: {
      title: 'Hvor i kommunen?',
      definition:
        'Den afdeling, spørgeren var i, da sagen blev sendt. Afdelinger med under 5 ansatte står sammen under Øvrige.',
    },
    unitRates: {
      title: 'Hvor spørger man mest?',
      definition:
        'Sager om ugen pr. 100 ansatte, så store og små afdelinger kan ses side om side. Ansatte er talt sidst i perioden.',
    },
    principles: { title: 'Hvilke principper?', definition: 'Det princip, sagen handler mest om.' },
    topics: { title: 'Hvilke emner?', definition: 'Det emne, sagen handler mest om.' },
    speed: {
      title: 'Hvor hurtigt kommer der et svar?',
      definition:
        'Arbejdstid, fra sagen er sendt, til et menneske skriver det første ord. Halvdelen venter højst det første tal, ni ud af ti højst det andet. Løftet er den tid, spørgeren fik at vide. Tiderne vises fra 10 sager.',
    },
    help: {
      title: 'Hjælper det?',
      definition: 'Spørgerens eget svar på "Hjalp svaret dig?", én gang for hvert svar. Vises fra 10 svar.',
    },
    outcomes: { title: 'Hvad kommer der ud af det?', definition: 'Det, agenten selv kaldte sit svar.' },
    steps: {
      title: 'Næste skridt',
      definition: 'Hvad spørgeren gjorde ved det næste skridt, svaret foreslog.',
    },
    stepsKept: {
      title: 'Blev skridtet til noget?',
      definition: 'Spørgerens eget svar om et skridt, spørgeren har sagt ja til. Sammen spørger kun én gang.',
    },
    askedBack: {
      title: 'Spørger vi, før vi råder?',
      definition: 'Om agenten stillede et spørgsmål, før sagens første svar kom.',
    },
    spread: {
      title: 'Hvor spørger ingen endnu?',
      definition: 'Afdelinger med mindst 5 ansatte. En afdeling tæller med, når den har sendt en sag i perioden.',
    },
    load: {
      title: 'Deler agenterne jævnt?',
      definition:
        'Den femtedel af agenterne, der tog flest sager: hvor stor en del de tog. Vises, når mindst 10 agenter har taget sager.',
    },
  },
  rows: {
    directory: 'Ansatte på listen',
    withChat: 'Har en chat med Sammen',
    unreachable: 'Kunne ikke få ugens besked',
    paused: 'Holder pause',
    stopped: 'Har sagt stop',
    nudged: 'Fik et skub',
    pressed: 'Trykkede på et skub',
    stories: 'Fortællinger',
    asked: 'Sager i alt',
    rate: 'Sager om ugen pr. 100 ansatte',
    anonymous: 'Uden navn',
    named: 'Med navn',
    anonymousShare: 'Andel uden navn',
    onBehalf: 'Spurgt for andre',
    forSelf: 'Spurgt for sig selv',
    onBehalfShare: 'Andel spurgt for andre',
    talks: 'Forslag om at tale sammen',
    introductions: 'Kolleger, der blev introduceret',
    reopened: 'Genåbnede sager',
    median: 'Halvdelen venter højst',
    most: 'Ni ud af ti venter højst',
    kept: 'Inden for løftet',
    missed: 'Efter løftet',
    keptShare: 'Andel inden for løftet',
    askedFirst: 'Spurgte først',
    advisedAtOnce: 'Svarede med det samme',
    accepted: 'Sagde ja til skridtet',
    moved: 'Flyttede datoen',
    dropped: 'Valgte ikke skridtet',
    active: 'Afdelinger, der har spurgt',
    all: 'Afdelinger i alt',
    busiest: 'Så meget tog den travleste femtedel',
    agents: 'Agenter, der har taget sager',
  },
  waits: { hour: 'Højst 1 time', two: '1–2 timer', 'half-day': '2–4 timer', day: '4–8 timer', longer: 'Over 8 timer' },
  groups: { '*others': 'Øvrige', '*unsplit': 'Ikke fordelt', '*untold': 'Ikke oplyst' },
  visit: {
    heading: 'Et besøg at aflægge',
    text: 'Herfra er der ikke kommet en sag i perioden:',
    none: 'Alle afdelinger med mindst 5 ansatte har spurgt i perioden.',
    few: 'Afdelingerne kan ikke vises hver for sig endnu.',
  },
  empty: {
    heading: 'Der er ingen tal endnu',
    text: 'Rapporten begynder, når den første uge med sager er slut. Tallene kommer af sig selv om mandagen.',
  },
  alternative: {
    bars: (title: string, parts: string) => `Søjler. ${title} ${parts}`,
    weeks: (least: string, most: string, weeks: string) =>
      `Søjler for ${weeks} uger. Ugen med færrest viste sager har ${least}, ugen med flest ${most}. Tallene står i tabellen.`,
  },
  files: {
    heading: 'Tag tallene med',
    csv: 'CSV',
    xlsx: 'Excel',
    json: 'JSON',
    sheet: 'Definitioner',
    storiesSheet: 'Fortællinger',
    principle: 'Princip',
    periodsSheet: 'Perioder',
  },
  open: {
    title: 'Rapport til HR',
    text: (name: string) =>
      `Hej ${name}. Tryk på knappen for at åbne rapporten i denne browser. Den er åben i 8 timer.`,
    once: 'Linket virker én gang og kun for dig. Vi skriver ned, at du har åbnet rapporten.',
    button: 'Åbn rapporten',
  },
  /** To whoever has no link, or one that was used. */
  closed: {
    title: 'Rapporten er for HR',
    text: 'Skriv "rapport" til Sammen, så får du et nyt link. Et link virker én gang.',
  },
  language: { label: 'Sprog', da: 'Dansk', en: 'English' },
  skip: 'Gå til tallene',
  tables: 'Vis alle tallene',
  card: {
    title: (weeks: number) => (weeks === 1 ? 'Den seneste uge' : `De seneste ${weeks} uger`),
    besides: (now: string, before: string) => `${now} (før: ${before})`,
    digest: 'Ugens tal fra Sammen',
    none: 'Rapporten begynder, når den første uge med sager er slut.',
    link: 'Åbn hele rapporten',
    linkText: 'Linket virker én gang, i 15 minutter, og kun for dig.',
    more: 'Skriv "rapport", så får du et link til alle tallene.',
    private: 'Tallene viser ingen navne, ingen tekster og ingen grupper under 5.',
  },
};
