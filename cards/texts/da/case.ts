/** Texts for both sides of a case. */
export const shared = {
  /** Who changed what the case is about. */
  corrected: {
    you: (what: string) => `Du har rettet ${what}.`,
    other: (name: string, what: string) => `${name} har rettet ${what}.`,
    principle: (name: string) => `princippet til "${name}"`,
    topic: (name: string) => `emnet til "${name}"`,
    and: ' og ',
  },
  /** What an answer said before it was corrected. */
  earlier: { first: 'Det første svar', all: 'De tidligere svar' },
  urgent: 'Haster',
  /** On an older card: where the newer one is. */
  goesOn: (platform: string | null) =>
    platform === null ? 'Sagen fortsætter længere nede' : `Sagen fortsætter i ${platform}`,
  talk: {
    call: (phone: string | null) => (phone === null ? 'Vil gerne ringes op.' : `Vil gerne ringes op på ${phone}.`),
    youCall: (phone: string | null) =>
      phone === null ? 'Du har bedt om at blive ringet op.' : `Du har bedt om at blive ringet op på ${phone}.`,
    at: (when: string, minutes: number) => `Foreslår en snak ${when}, ${minutes} minutter.`,
    youAt: (when: string, minutes: number) => `Du har foreslået en snak ${when}, ${minutes} minutter.`,
    moveTo: (when: string, minutes: number) => `Vil gerne flytte jeres snak til ${when}, ${minutes} minutter.`,
    youMoveTo: (when: string, minutes: number) => `Du vil gerne flytte jeres snak til ${when}, ${minutes} minutter.`,
    place: (place: string) => `Sted: ${place}`,
    phone: (phone: string) => `Telefon: ${phone}`,
    calendar: 'Læg i kalenderen',
    uncalendar: 'Fjern fra kalenderen',
    yes: 'Ja, det passer.',
    no: 'Jeg må aflyse vores snak.',
    accept: 'Ja, det passer',
    acceptCall: 'Ja, jeg ringer',
    another: 'Foreslå en anden tid',
    move: 'Flyt snakken',
    cancel: 'Aflys snakken',
    ours: 'Jeres snak',
    oursAt: (when: string, minutes: number) => `${when}, ${minutes} minutter`,
    placeLabel: 'Sted',
    phoneLabel: 'Telefon',
    accepted: (name: string, when: string) => `${name} siger ja til en snak ${when}`,
    acceptedCall: (name: string) => `${name} siger ja til en snak`,
    cancelled: (name: string) => `Snakken med ${name} er aflyst`,
    cancelledKindly: 'Det er helt i orden. Sagen går videre, og I kan aftale en ny tid, når det passer jer.',
    moved: (name: string, when: string) => `${name} vil gerne flytte jeres snak til ${when}`,
    lost: (when: string) => `Snakken ${when} bliver ikke til noget.`,
  },
};
