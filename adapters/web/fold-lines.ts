/** RFC 5545 counts a line in bytes, without its line break; `ics` counts characters. */
const MAX_BYTES = 75;

/** Folds the lines of a calendar file anew, never inside a character. */
export const foldLines = (file: string): string =>
  file
    .replace(/\r\n[\t ]/gu, '')
    .split('\r\n')
    .map(folded)
    .join('\r\n');

const folded = (line: string): string => {
  const rows = [''];
  for (const character of line) {
    const row = rows.at(-1) ?? '';
    if (Buffer.byteLength(row + character) <= MAX_BYTES) rows[rows.length - 1] = row + character;
    else rows.push(` ${character}`);
  }
  return rows.join('\r\n');
};
