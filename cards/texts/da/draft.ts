import type { Principle } from '../../../bot/words.ts';

/** Before Send: the preview, the form behind Change, and what became of the draft. */
export const draft = {
  kicker: 'Kun du ser udkastet',
  title: 'Skal jeg sende det til en sparringsagent?',
  yours: 'Dit dilemma',
  /** One line; all of it is the answer to "Hvem kan læse det?", under "…". */
  readers: 'Jeg spørger én sparringsagent ad gangen, og din leder er ikke en af dem.',
  /** `day`: the last one on which it can be sent. */
  kept: (day: string) => `Udkastet ligger her til og med ${day}.`,
  /** The title when the writer is reminded. */
  reminded: 'Vil du sende dit udkast?',
  /** A text that says too little. */
  vague: 'Skriv gerne to sætninger mere: Hvem handler det om, og hvad har du prøvet? Du kan også sende, som det er.',
  /** One question when it is not sure what the dilemma is about; `plain` goes on with it. */
  ask: {
    question: 'Jeg er i tvivl: Hvad vil du helst have hjælp til? Du kan også bare sende.',
    plain: {
      'lytter-foerst': 'At forstå, hvad de mener',
      'bygger-bro': 'At bringe folk sammen',
      'skaber-fremdrift': 'At komme videre',
      'goer-det-nemt': 'At gøre det let at være med',
      'fastholder-virkelyst': 'At holde gejsten oppe',
      'tydelig-ramme': 'At sige, hvad vi kan og må',
    } satisfies Record<Principle, string>,
    /** The same choice in the form behind Change. */
    option: (name: string, plain: string) => `${name} (${plain.charAt(0).toLocaleLowerCase('da')}${plain.slice(1)})`,
    named: (plain: string, name: string) =>
      `Du har valgt: ${plain} (${name}). Du kan vælge om under Ret. En administrator kan senere læse teksten uden navne, så jeg lærer af dit valg.`,
  },
  /** The text does not say what it is about: nonsense, or no dilemma. */
  silent:
    'Jeg kan ikke se, hvad teksten handler om. Skriv gerne lidt mere, eller send den, som den er. Så er det et gæt, hvem der kan hjælpe.',
  promise: (when: string) => `Du hører fra et menneske senest ${when}, hvis du sender nu.`,
  /** Nobody could read it: no time is promised. */
  noPromise:
    'Lige nu er der ingen sparringsagent, jeg kan spørge. Jeg kan derfor ikke love dig et tidspunkt, men jeg spørger den første, der kan.',
  nameless: 'Ordene kan afsløre dig, også uden dit navn. Andre kan bede om aktindsigt.',
  /** The text names its writer. `what`: "dit navn og din afdeling". */
  namelessOwn: (what: string) => `I teksten står ${what}. Hvis du sender uden dit navn, skjuler jeg det.`,
  keepMine: (what: string) => `Lad ${what} stå i teksten, også når jeg sender uden navn`,
  openly: 'Andre kunne læse det, du skrev, så det bliver sendt med dit navn. Andre kan bede om aktindsigt.',
  follows: (number: number) =>
    `Sag ${number} blev lukket for mere end 30 dage siden. Derfor bliver dit dilemma en ny sag.`,
  send: 'Send',
  sendNameless: 'Send uden mit navn',
  change: 'Ret',
  discard: 'Smid væk',
  /** A draft that was started from a nudge and has no text yet. */
  begun: { title: 'Hvad er svært ved det?' },
  changing: {
    title: 'Ret dit dilemma',
    text: 'Dit dilemma',
    textHint: 'Hvad er du i tvivl om, og hvad har du prøvet?',
    /** The button that shows what few people need. */
    more: 'Mere: emne, og hvem der ikke skal spørges',
    moreAbout: 'Mere: hvad det handler om',
    principle: 'Det handler mest om',
    topic: 'Emne',
    /** Under the fields. */
    learning:
      'Hvis du vælger et andet emne, kan en administrator senere læse teksten uden navne, så jeg lærer af dit valg.',
    today: 'Jeg har brug for svar i dag',
    promise: (when: string, today: string) =>
      `Du hører fra et menneske senest ${when}, hvis du sender nu. Sæt kryds, hvis du har brug for svar hurtigere: senest ${today}.`,
    notTo: {
      label: 'Hvem skal jeg ikke spørge? Vælg højst tre. De får det ikke at vide',
      hint: 'Navnene med komma imellem',
    },
  },
  /** A text that may be a question to Sammen. */
  doubt: {
    title: 'Er det et spørgsmål til mig?',
    yours: 'Du skrev',
    more: 'Hvis det er et dilemma, så skriv gerne lidt mere om det.',
    dilemma: 'Det er et dilemma',
  },
  /** Words that may belong to a colleague whom the writer talks with already. */
  whom: {
    yours: 'Du skrev',
    title: {
      send: (name: string) => `Skal jeg sende det til ${name}?`,
      thank: (name: string) => `Skal jeg sende din tak til ${name}?`,
      keep: 'Skal jeg lægge det til din sag?',
      offer: (name: string) => `Er det et svar til ${name}?`,
      yes: (when: string) => `Skal jeg sige ja til ${when}?`,
      yesToCall: (name: string) => `Skal jeg sige ja til en snak med ${name}?`,
      several: 'Hvem er det til?',
    },
    nameless: 'din anonyme kollega',
    send: (name: string) => `Send til ${name}`,
    thank: (name: string) => `Send tak til ${name}`,
    answer: (name: string) => `Svar ${name}`,
    yes: 'Ja, det passer',
    yesTo: (name: string) => `Sig ja til ${name}`,
    inCase: (name: string, number: number) => `${name} (sag ${number})`,
    keep: 'Læg det til sagen',
    keepIn: (number: number) => `Læg det til sag ${number}`,
    isNew: 'Det er et nyt dilemma',
    sendNew: 'Send som et nyt dilemma',
    outOfReach: (name: string, first: string) =>
      `Jeg kan ikke nå ${name} lige nu. Hvis du sender, får ${first} det, når jeg kan nå frem igen.`,
    /** After the press. It went out only when the platform said so; before that, the card says how far it is. */
    sent: (name: string) => `Sendt til ${name}.`,
    given: (name: string) => `Tak. Jeg giver det videre til ${name}.`,
    agreed: (name: string, when: string) => `Aftalt med ${name}: I taler sammen ${when}.`,
    agreedCall: (name: string) => `Aftalt: Du ringer til ${name}.`,
    kept: 'Jeg har lagt det til din sag. Den, der tager sagen, kan læse det.',
    inOffer: 'Dine ord står på kortet herunder. Det er dér, du svarer.',
  },
  /** What is left of a preview when a newer one stands further down, or on another platform. */
  moved: (platform: string | null) =>
    platform === null ? 'Udkastet ligger længere nede.' : `Udkastet ligger nu i ${platform}.`,
  full: {
    title: 'Der er ikke plads til mere i dit udkast',
    text: (most: string) =>
      `Et udkast kan fylde ${most} tegn. Det seneste, du skrev, kom ikke med, og resten af udkastet er, som det var.`,
    what: 'Tryk Ret, og kort udkastet ned, eller send det, og skriv resten til din kollega bagefter.',
  },
  sentStays: {
    title: 'Det, du har sendt, er stadig sendt',
    text: 'Det ændrer sig ikke, når du retter eller sletter beskeden her. Skriv en ny besked, hvis du vil rette noget.',
  },
  used: (number: number | null) => (number === null ? 'Tak. Jeg giver det videre.' : `Sendt. Det er sag ${number}.`),
  discarded: 'Udkastet er smidt væk. Ingen har set det.',
  /** A dilemma; words that the card asked about; a form without words. */
  ended: {
    dilemma: 'Dit udkast har ligget her et par dage, så jeg har smidt det væk. Ingen har set det. Skriv bare igen.',
    words: 'Jeg har ikke gemt det, du skrev her, og ingen har set det. Skriv bare igen.',
    blank: 'Jeg har lukket formularen. Skriv bare til mig, når du er i tvivl om noget.',
  },
};
