/** Before Send: the preview, the form behind Change, and what became of the draft. */
export const draft = {
  kicker: 'Kun du kan se det her',
  title: 'Skal jeg sende det til en sparringsagent?',
  yours: 'Dit dilemma',
  readers:
    'Kun den sparringsagent, der tager din sag, og dem, jeg spørger, kan læse den. Tager ingen den, spørger jeg dig, før flere ser den.',
  promise: (when: string) => `Du hører fra et menneske senest ${when}, hvis du sender nu.`,
  /** Nobody could read it: no time is promised. */
  noPromise:
    'Lige nu er der ingen sparringsagent, jeg kan spørge, så jeg kan ikke love dig et tidspunkt. Hvis du sender, spørger jeg den første, der kan.',
  nameless:
    'Sender du uden dit navn, står der "Anonym kollega". Teksten selv kan stadig afsløre dig, og reglerne om aktindsigt gælder.',
  openly: 'Du skrev det, hvor andre kunne læse det. Derfor sendes det med dit navn, og reglerne om aktindsigt gælder.',
  waiting: (numbers: string) => `Hører det til ${numbers}, så send det dertil i stedet.`,
  or: ' eller ',
  follows: (number: number) => `Sag ${number} blev lukket for mere end 30 dage siden. Derfor bliver det her en ny sag.`,
  sendToCase: (number: number) => `Send til sag ${number}`,
  send: 'Send',
  sendNameless: 'Send uden mit navn',
  change: 'Ret',
  discard: 'Smid væk',
  /** A draft that was started from a nudge and has no text yet. */
  begun: { title: 'Hvad er svært ved det?' },
  changing: {
    title: 'Ret, og send',
    text: 'Dit dilemma',
    textHint: 'Hvad er du i tvivl om, og hvad har du prøvet?',
    principle: 'Det princip, det mest handler om',
    topic: 'Emne',
    today: 'Jeg har brug for svar i dag',
    promise: (when: string, today: string) =>
      `Du hører fra et menneske senest ${when}, hvis du sender nu. Sæt kryds, hvis det haster: så er det senest ${today}.`,
    intro: 'Du kan lade princip og emne stå. De hjælper mig bare med at finde den rette kollega.',
  },
  /** What is left of a preview when a newer one stands further down. */
  moved: 'Udkastet ligger længere nede.',
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
  used: (number: number | null) =>
    number === null ? 'Tak. Jeg giver det videre.' : `Tak. Du kan følge det som sag ${number}.`,
  discarded: 'Det er smidt væk. Ingen har set det.',
  ended: 'Der er gået et døgn, så jeg har smidt dit udkast væk. Ingen har set det. Skriv bare igen.',
};
