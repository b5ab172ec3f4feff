import { ImportStopped } from './import-stopped.ts';

/** What a file says, and how its letters were written down. */
export type Decoded = { text: string; encoding: 'UTF-8' | 'UTF-16' | 'Windows-1252 (Latin-1)' };

/** Letters that Windows-1252 leaves out: a file with them is in yet another encoding, or no text. */
const NO_LETTERS = /[\u0081\u008d\u008f\u0090\u009d]/;

/** @throws ImportStopped for what is no text in an encoding that is told with certainty */
export const decodeText = (bytes: Uint8Array): Decoded => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return checked(new TextDecoder('utf-16le').decode(bytes), 'UTF-16');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return checked(new TextDecoder('utf-16be').decode(bytes), 'UTF-16');
  try {
    return checked(new TextDecoder('utf-8', { fatal: true }).decode(bytes), 'UTF-8');
  } catch (error) {
    if (error instanceof ImportStopped) throw error;
  }
  // Not UTF-8: what Danish spreadsheets save is Windows-1252 then, and æ, ø and å tell whether it is.
  return checked(new TextDecoder('windows-1252').decode(bytes), 'Windows-1252 (Latin-1)');
};

const checked = (text: string, encoding: Decoded['encoding']): Decoded => {
  if (text.includes('\0') || NO_LETTERS.test(text))
    throw new ImportStopped('The file is no text in UTF-8 or Latin-1. Save it as "CSV UTF-8" and try again.');
  return { text, encoding };
};
