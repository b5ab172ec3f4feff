/** Slack's limits; lengths in UTF-16 units. Where its documents and its servers differ, this is the lower limit. */
export const SLACK_LIMITS = {
  /** The blocks' JSON and `text` together. Slack refuses more than about 13,000 and does not document how it counts. */
  message: 12_000,
  messageBlocks: 50,
  /** `text` next to the blocks; `chat.update` refuses more. */
  fallbackText: 4000,
  modalBlocks: 100,
  homeBlocks: 100,
  /** Bytes of a view's JSON, with a margin to Slack's 250 KB. */
  view: 240_000,
  modalTitle: 24,
  modalButton: 24,
  privateMetadata: 3000,
  id: 255,
  header: 150,
  context: 2000,
  text: 3000,
  actions: 25,
  button: 75,
  buttonValue: 2000,
  url: 3000,
  inputLabel: 2000,
  inputHint: 2000,
  plainTextInput: 3000,
  /** Lines of a "…" menu. */
  menu: 5,
  options: 100,
  optionGroups: 100,
  optionText: 75,
  placeholder: 150,
  optionValue: 150,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
} as const;

/** Slack would show more, but more than five buttons in a row are hard to take in. */
export const MAX_BUTTONS_IN_A_ROW = 5;

/**
 * How much of people's text a message shows. A message that is too big is rendered again, one step tighter: first
 * the oldest quotes go; finally open fields move into a modal. 4,000 characters fit whole, also with the lines around
 * them that pass an answer on.
 */
export const TIGHTNESS = [
  { quote: 5000, quotes: 30, text: 2000, items: 40, folded: false },
  { quote: 2500, quotes: 20, text: 1500, items: 30, folded: false },
  { quote: 1200, quotes: 15, text: 1000, items: 20, folded: false },
  { quote: 600, quotes: 10, text: 600, items: 12, folded: true },
  { quote: 250, quotes: 6, text: 300, items: 8, folded: true },
  { quote: 80, quotes: 3, text: 160, items: 5, folded: true },
] as const;
export type Tightness = (typeof TIGHTNESS)[number];

/** Something that cannot be shortened, such as an id or the data of a press, exceeds Slack's limit. */
export class TooLongForSlack extends Error {
  override readonly name = 'TooLongForSlack';
}

/** Returns `value` unchanged. @throws TooLongForSlack when it is longer than `limit` */
export const whole = <T extends { length: number }>(value: T, limit: number, what: string): T => {
  if (value.length > limit) throw new TooLongForSlack(`${what} has a length of ${value.length}, at most ${limit}`);
  return value;
};
