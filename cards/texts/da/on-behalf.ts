import type { ForWhom } from '../../../bot/words.ts';

/** A colleague asks for somebody else: a colleague without Sammen, or a citizen with an idea. */
type Other = Exclude<ForWhom, 'me'>;

export const onBehalf = {
  /** In the form behind Change. */
  question: 'Hvem spørger du for?',
  options: {
    me: 'Mig selv',
    colleague: 'En kollega, der ikke bruger Sammen',
    citizen: 'En borger med en idé. Skriv ikke borgerens navn',
  } satisfies Record<ForWhom, string>,
  /** To the asker, while nobody has answered. */
  youAsk: {
    colleague: 'Du spørger for en kollega. Når svaret kommer, får du også en tekst, du kan give videre.',
    citizen: 'Du spørger for en borger. Når svaret kommer, får du også en tekst, du kan give videre.',
  } satisfies Record<Other, string>,
  /** A citizen's dilemma that likely holds a name. */
  namedCitizen: 'Måske står borgerens navn i teksten. Din kollega kan hjælpe uden. Skriv om idéen, ikke om personen.',
  /** To the agent. `asker` begins a sentence. */
  theyAsk: {
    colleague: (asker: string) => `${asker} spørger for en kollega, der ikke bruger Sammen.`,
    citizen: (asker: string) => `${asker} spørger for en borger med en idé. Dit svar bliver givet videre til borgeren.`,
  } satisfies Record<Other, (asker: string) => string>,
  /** In the agent's answer. */
  answer: {
    hint: {
      colleague: 'Skriv, så det kan gives videre',
      citizen: 'Skriv, så det kan læses højt i telefonen. Skriv ingen navne',
    } satisfies Record<Other, string>,
    hearsBy: 'Hvornår hører borgeren senest fra jer?',
  },
  /** To the asker: the answer as it can be read out or pasted. */
  passOn: {
    to: {
      colleague: 'Til din kollega, når du ringer eller skriver',
      citizen: 'Til borgeren, når du ringer eller skriver',
    } satisfies Record<Other, string>,
    hello: {
      colleague: 'Hej. Jeg har spurgt en kollega for dig.',
      citizen: 'Hej. Tak, fordi du kom med din idé.',
    } satisfies Record<Other, string>,
    ground: (text: string) => `Grunden: ${text}.`,
    alternative: (text: string) => `I stedet: ${text}.`,
    trial: (text: string, until: string) => `Vi prøver: ${text}, til og med ${until}.`,
    step: (text: string) => `Det næste, der sker: ${text}.`,
    hears: (day: string) => `Du hører fra os senest ${day}.`,
    /** Only an agent on the open list. */
    agent: (name: string, phone: string | null) =>
      phone === null ? `Du kan også spørge efter ${name}.` : `Du kan også ringe til ${name} på ${phone}.`,
  },
  /** To both: the day that was promised. */
  hears: (day: string) => `Borgeren hører fra jer senest ${day}.`,
  /** Goes on with it, to the asker. */
  willRemind: 'Jeg minder dig om det.',
  /** To the asker, on the morning of that day. */
  reminder: {
    title: (day: string) => `Borgeren hører fra dig senest ${day}`,
    text: 'Ring eller skriv til borgeren, også hvis der ikke er noget nyt. Du kan læse ordene herover højt.',
  },
};
