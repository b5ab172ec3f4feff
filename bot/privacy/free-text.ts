/** The longest thing a person may write at once, in characters; longer is refused, never cut. */
export const MAX_TEXT_LENGTH = 4_000;
