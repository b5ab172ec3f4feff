import type { LeftOut } from '../../../bot/nudges/run.ts';
import type { FieldOfWork, Language, NudgeKind, QuarterAnswer, Weekday } from '../../../bot/words.ts';

/** What titles of events begin with when they are no names: these may stand in the middle of a sentence. */
const ORDINARY =
  /^(?:åbent|åben|offentligt|offentlig|fælles|gratis|borgermøde|infomøde|informationsmøde|orienteringsmøde|dialogmøde|møde|rundvisning|fællesspisning|fællessang|foredrag|koncert|workshop|temaaften|kaffemøde|udstilling|høring|indvielse|loppemarked|markedsdag|byvandring|naturvandring|cafémøde|affaldsindsamling|byrådsmøde|udvalgsmøde)(?= |$)/iu;

const asOrdinaryWords = (title: string): string | null =>
  ORDINARY.test(title) && !/[.!?:]/u.test(title) ? title.charAt(0).toLocaleLowerCase('da') + title.slice(1) : null;

/** The weekly principle: the welcome, the nudge, the questions, people's settings, and what HR and admins see. */
export const nudges = {
  title: (principle: string) => `Ugens skub · ${principle}`,
  /** A public event that a nudge names. */
  event: {
    is: (when: string, title: string) => `${when} er der ${title}`,
    from: (first: string, last: string) => `fra ${first} til og med ${last}`,
    title: (title: string) => asOrdinaryWords(title) ?? `"${title}"`,
    source: 'Det står i byens kalender.',
  },
  /** Whose words a told story is, by the language in which it is told. */
  told: {
    da: 'Fortalt af en kollega',
    en: 'Fortalt af en kollega på engelsk',
  } satisfies Record<Language, string>,
  takenBack: 'Fortællingen kan ikke læses mere.',
  leave: 'Skriv "pause" eller "stop", hvis du hellere vil være fri.',
  weekdays: {
    mon: 'Mandag',
    tue: 'Tirsdag',
    wed: 'Onsdag',
    thu: 'Torsdag',
    fri: 'Fredag',
    sat: 'Lørdag',
    sun: 'Søndag',
  } satisfies Record<Weekday, string>,
  welcome: {
    /** `name`: empty when nobody has said it. */
    title: (name: string) => `Hej ${name}`.trim(),
    text: (from: string) =>
      `Jeg er Sammen, en chatrobot. Det er ${from}, der har inviteret mig. Hvis du har et dilemma i arbejdet med borgere, finder jeg en kollega, der kan hjælpe.`,
    weekly: (day: string) =>
      `Hver ${day.toLocaleLowerCase('da')} får du et lille skub: noget, du kan prøve på under fem minutter.`,
    first: (day: string) => `Det første kommer ${day}.`,
    yours: 'Du bestemmer selv, om du vil prøve det.',
    readers: 'Din leder kan ikke se, hvad du skriver eller trykker. HR ser tal, aldrig tekst eller navne.',
    stop: 'Vil du hellere være fri, så tryk Stop. Du kan stadig komme til mig med et dilemma.',
    other: 'En anden dag eller tid',
  },
  buttons: {
    willTry: 'Det prøver jeg',
    spar: 'Spar med en kollega',
    tried: 'Jeg har prøvet det',
    another: 'Giv mig et andet',
    pause: (day: string) => `Hold fri til og med ${day}`,
    other: 'Vælg dag eller pause',
    stop: 'Stop',
    start: 'Start igen',
  },
  tried: { label: 'Fortæl, hvad der skete', text: 'Hvad skete der? (kun hvis du vil)', send: 'Gem', own: 'Du skrev' },
  after: {
    willTry: 'Godt. Jeg spørger ikke, hvordan det gik.',
    tried: 'Godt. HR ser kun et samlet tal, aldrig hvem.',
    triedLine: 'Det, du skrev, er gemt, og kun du kan se det. Fortæl det gerne til en kollega i næste pause.',
    another: 'Her er et andet skub i stedet for det første.',
    spar: 'Skriv dit dilemma herunder. Ingen ser det, før du trykker Send.',
    paused: (day: string) => `Du får ingen skub til og med ${day}.`,
    pauseOver: 'Din pause er slut.',
    stillHere: 'Du kan stadig skrive til mig.',
    stopped:
      'Du får ikke flere skub, hverken her eller andre steder. Skriv "start", hvis du vil have dem igen. Du kan stadig komme til mig med et dilemma.',
    resumed: 'Velkommen tilbage.',
    weekly: 'Godt, så kommer der et skub hver uge.',
    monthly: 'Godt, så kommer der et skub om måneden.',
    next: (day: string) => `Det næste skub kommer ${day}.`,
    answered: {
      week: 'Tak. Hvad gjorde I? Fortæl det til en kollega, der ikke var med.',
      month: 'Tak. Hvad gjorde I? Fortæl det til en kollega, der ikke var med.',
      longer: 'Tak. Hvem kunne du spørge om at være med?',
      'not-my-work': 'Tak. Det er også et svar.',
    } satisfies Record<QuarterAnswer, string>,
  },
  quarterly: {
    title: 'Et spørgsmål i stedet for ugens skub',
    text: 'Hvornår gjorde du sidst noget sammen med borgere i stedet for at gøre det for dem?',
    readers:
      'HR ser kun, hvor mange der svarer hvad. Du kan ændre dit svar i denne uge, og du kan lade være med at svare.',
    answers: {
      week: 'Inden for en uge',
      month: 'Inden for en måned',
      longer: 'Det er længere siden',
      'not-my-work': 'Det er ikke en del af mit arbejde',
    } satisfies Record<QuarterAnswer, string>,
  },
  silence: {
    title: 'Hvor tit vil du høre fra mig?',
    text: 'Du har nu fået seks skub. Vil du stadig have dem?',
    weekly: 'Hver uge',
    monthly: 'En gang om måneden',
    otherwise: 'Hvis du ikke svarer, kommer der ét skub om måneden fra nu af.',
  },
  pause: {
    label: 'Hold pause',
    intro: 'Du får ingen skub imens. Du kan stadig skrive til mig.',
    until: 'Til og med',
    send: 'Hold pause',
  },
  time: { label: 'En anden dag eller tid', weekday: 'Dag', hour: 'Klokken', send: 'Gem' },
  settings: {
    title: {
      nothing: 'Dit ugentlige skub',
      paused: 'Gemt. Sådan kommer dit skub nu',
      stopped: 'Gemt. Sådan kommer dit skub nu',
      resumed: 'Dit ugentlige skub er i gang igen',
      changed: 'Gemt. Sådan kommer dit skub nu',
    },
    stopped: 'Du får ingen skub',
    paused: 'Du holder pause',
    when: 'Kommer',
    at: (hour: string) => `kl. ${hour.replace(/^0/u, '').replace(/:00$/u, '').replace(':', '.')}`,
    weekly: (on: string) => `Hver ${on.toLocaleLowerCase('da')}`,
    monthly: (on: string) => `En gang om måneden, på en ${on.toLocaleLowerCase('da')}`,
    next: 'Det næste',
    show: 'Ugens skub: dag, pause og stop',
  },
  run: {
    kicker: 'Kun for HR og administratorer',
    title: (day: string, principle: string) => `${day}: ${principle}`,
    lead: 'Skubbet bliver sendt af sig selv. Du behøver ikke gøre noget.',
    texts: (count: number): string => (count === 1 ? 'Teksten, de får' : 'Teksterne, de får'),
    field: {
      all: 'Skrevet til alle',
      schools: 'Skrevet til skoler og dagtilbud',
      care: 'Skrevet til ældre og omsorg',
      technical: 'Skrevet til teknik og miljø',
      culture: 'Skrevet til kultur og fritid',
      administration: 'Skrevet til administrationen',
    } satisfies Record<FieldOfWork, string>,
    read: (field: string, count: string) => `${field} (${count} får den)`,
    readIn: {
      da: (count: string) => `På dansk (${count})`,
      en: (count: string) => `På engelsk (${count})`,
    } satisfies Record<Language, (count: string) => string>,
    moreTexts: (count: number, said: string) =>
      count === 1 ? 'Der er en tekst mere, som færre får.' : `Der er ${said} tekster mere, som færre får.`,
    about: (count: string) => `cirka ${count}`,
    audience: (count: string) => `${count.charAt(0).toLocaleUpperCase('da')}${count.slice(1)} kolleger får skubbet.`,
    teams: (count: number, said: string) =>
      `${count === 1 ? 'En teamkanal' : `${said} teamkanaler`} får ugens princip med et spørgsmål til teammødet.`,
    progress: (sent: string, count: string) => `${sent} af ${count} er sendt.`,
    noneSent: (count: string) => `Ingen er sendt endnu. Skubbet er på vej til ${count} kolleger.`,
    leftOutHeading: 'De får ikke skubbet',
    leftOut: {
      'no-chat': 'Har ingen chat med mig',
      stopped: 'Har sagt stop',
      paused: 'Holder pause',
      'not-welcomed': 'Skal først have haft min velkomst i en uge',
      monthly: 'Får et skub om måneden',
      'too-late': 'Kan ikke få det i den uge',
    } satisfies Record<LeftOut, string>,
    notDelivered: { undeliverable: 'Kunne ikke nås', failed: 'Fik det ikke på grund af en fejl' },
    missed: (count: string) => `${count} nåede ikke frem.`,
    few: 'under 5',
    late: 'Den, der siger stop, før skubbet er sendt, får det ikke.',
    did: {
      swapped: (_week: string) => 'Skubbet er byttet. Sådan ser ugen ud nu.',
      cancelled: (week: string) => `Der går ikke noget ud i uge ${week}. Ugen efter kører som normalt.`,
      paused: (week: string) => `Ugens skub er sat på pause. Resten venter og bliver ikke sendt efter uge ${week}.`,
      resumed: (week: string) => `Uge ${week} er i gang igen.`,
      resent: (week: string) =>
        `Skubbet bliver sendt igen til dem, der ikke fik det på grund af en fejl. Det sker i arbejdstiden og kun i uge ${week}. Den, der har sagt stop eller holder pause, får det ikke.`,
    },
    buttons: {
      swapAll: 'Byt alle tekster',
      sendToMe: 'Send det til mig selv',
      resend: 'Send til dem, det ikke nåede',
      rest: 'Vis resten af teksterne',
      cancel: 'Aflys ugen',
      pause: 'Sæt på pause',
      resume: 'Fortsæt',
      show: 'Vis, hvordan det står',
    },
    swap: {
      label: 'Byt en tekst',
      intro: 'De andre tekster bliver, som de er. Den, der har fået teksten før, får en anden.',
      told: 'Kollegers fortællinger står øverst på listen.',
      text: 'Hvilken tekst skal ud?',
      by: 'Hvad skal ind? (hvis du ikke vælger, tager jeg den næste)',
      send: 'Byt teksten',
    },
    kind: {
      question: 'Spørgsmål',
      exercise: 'Øvelse',
      story: 'Fortælling',
      'reach-out': 'Ud til nogen',
    } satisfies Record<NudgeKind, string>,
    sendToMe: { label: 'Send en til mig selv', text: 'Hvilken tekst?', send: 'Send til mig' },
    sampleKicker: 'En prøve til dig selv',
    sample: 'Sådan ser skubbet ud. Kun det rigtige skub har knapper.',
  },
};
