/**
 * Makes text safe to show in a message: removes control characters and marks that change the reading direction of the
 * text around them, and replaces lone surrogates. Letters that are read from right to left stay.
 */
export const clean = (text: string): string =>
  text
    .replace(/\r\n?|\u2028|\u2029/gu, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .replace(/\p{Surrogate}/gu, '\ufffd');

/**
 * Cuts a text to `limit` UTF-16 units, never inside a surrogate pair, and ends it with `mark` when something is
 * missing.
 */
export const shorten = (text: string, limit: number, mark: string): string => {
  if (text.length <= limit) return text;
  const cut = text.slice(0, Math.max(0, limit - mark.length)).replace(/\p{Surrogate}$/u, '');
  return `${cut.trimEnd()}${mark}`;
};
