/**
 * Text as it may stand in a message: no control characters, no halves of letters, and no marks that turn the reading
 * direction of what stands around them. Letters that read from right to left are left alone.
 */
export const clean = (text: string): string =>
  text
    .replace(/\r\n?|\u2028|\u2029/gu, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .replace(/\p{Surrogate}/gu, '\ufffd');

/** The first `most` UTF-16 units of a text, never half a letter; `mark` says that something is missing. */
export const shorten = (text: string, most: number, mark: string): string => {
  if (text.length <= most) return text;
  const cut = text.slice(0, Math.max(0, most - mark.length)).replace(/\p{Surrogate}$/u, '');
  return `${cut.trimEnd()}${mark}`;
};
