/**
 * How a platform tells a press that it delivers again from a new one (docs/rules.md, "Repeats"). A *wish* is one
 * person's message, verb, data and revision.
 */
export type PressDelivery = {
  /** The platform's own id of the press, equal each time it delivers it; null when it gives none. */
  id: string | null;
  /** When it arrived, in machine time. */
  at: Date;
  /**
   * When the same wish under another id is the same press: `for-a-minute`, because the platform may deliver a press
   * again under a new id; `for-a-minute-while-it-holds`, because people click twice; `while-it-holds` without ids.
   */
  sameWish: 'for-a-minute' | 'for-a-minute-while-it-holds' | 'while-it-holds';
};

/** A press from a caller without ids, such as a script. */
export const withoutId = (at: Date): PressDelivery => ({ id: null, at, sameWish: 'while-it-holds' });
