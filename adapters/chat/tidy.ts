/** Removes needless white space from what people wrote. */
export const tidy = (text: string): string =>
  text
    .replaceAll('\r\n', '\n')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
