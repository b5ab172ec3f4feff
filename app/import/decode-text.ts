import { ImportStopped } from './import-stopped.ts';

/** The text of a file, and the encoding it was saved in. */
export type Decoded = { text: string; encoding: 'UTF-8' | 'UTF-16' | 'Windows-1252 (Latin-1)' };

/** Bytes that Windows-1252 leaves undefined: a file that has them is in another encoding, or not text. */
const UNDEFINED_IN_WINDOWS_1252 = /[\u0081\u008d\u008f\u0090\u009d]/;

/** Detects the encoding and decodes. @throws ImportStopped when the encoding is not certain, or the file is not text */
export const decodeText = (bytes: Uint8Array): Decoded => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return checked(new TextDecoder('utf-16le').decode(bytes), 'UTF-16');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return checked(new TextDecoder('utf-16be').decode(bytes), 'UTF-16');
  try {
    return checked(new TextDecoder('utf-8', { fatal: true }).decode(bytes), 'UTF-8');
  } catch (error) {
    if (error instanceof ImportStopped) throw error;
  }
  // Danish spreadsheets that do not save UTF-8 save Windows-1252; it differs from UTF-8 in æ, ø and å.
  return checked(new TextDecoder('windows-1252').decode(bytes), 'Windows-1252 (Latin-1)');
};

const checked = (text: string, encoding: Decoded['encoding']): Decoded => {
  if (text.includes('\0') || UNDEFINED_IN_WINDOWS_1252.test(text))
    throw new ImportStopped('The file is no text in UTF-8 or Latin-1. Save it as "CSV UTF-8" and try again.');
  return { text, encoding };
};
