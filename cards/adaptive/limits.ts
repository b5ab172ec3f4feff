/** Limits of an Adaptive Card in Teams. Sources disagree on the maximum size of a message; 28 KB is the lowest. */
export const ADAPTIVE_LIMITS = {
  /** Bytes of the card's JSON in UTF-8; the rest of the message fits into the difference to 28 KB. */
  bytes: 26 * 1024,
  /** Buttons in one row; Teams drops or hides the rest. */
  primaryActions: 6,
  title: 200,
  label: 75,
  kicker: 120,
  /** The author of a quote: a name, with the unit of an asker. */
  name: 120,
} as const;

/** How much of people's text a card shows. A text of 4,000 characters fits whole, also with the lines around it that pass it on. A card that is too big is rendered again, one step tighter. */
export const TIGHTNESS = [
  { quote: 5000, quotes: 40, text: 2000, items: 60 },
  { quote: 2500, quotes: 30, text: 1500, items: 40 },
  { quote: 1200, quotes: 20, text: 1000, items: 25 },
  { quote: 600, quotes: 12, text: 600, items: 15 },
  { quote: 250, quotes: 8, text: 300, items: 8 },
  { quote: 80, quotes: 3, text: 160, items: 5 },
] as const;
export type Tightness = (typeof TIGHTNESS)[number];
