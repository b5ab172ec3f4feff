import { isOneLetterOff } from '../../bot/talk/one-letter-off.ts';

/** What editors and people keep beside a file: backups, drafts and hidden files. */
const KEPT_BESIDE = /^\.|~$|\.(?:bak|old|orig|tmp|swp)$/i;

/** `meant`: the known name that this one is spelt almost like; null when it is like none. */
export type MisspeltFile = { name: string; meant: string | null };

/** What a file in CONTENT_DIR may be meant to be, although nobody reads it under this name; null when it is no such file. */
export const misspeltFile = (name: string, known: readonly string[]): MisspeltFile | null => {
  if (known.includes(name) || KEPT_BESIDE.test(name)) return null;
  const isJson = /\.(?:nd)?json$/i.test(name);
  const meant = known.find((one) => isSpeltLike(name, one)) ?? null;
  if (isJson || (meant !== null && isJsonByIntent(name))) return { name, meant };
  return null;
};

const isSpeltLike = (name: string, known: string): boolean => isOneLetterOff(stem(name), stem(known));

/** The letters before the first dot. So a copy, as in "nudges (1).json", is like the file that it was made from. */
const stem = (name: string): string =>
  name
    .replace(/\..*$/s, '')
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '');

/** An ending that is almost right, or hidden behind another (nudges.json.txt), or left out. */
const isJsonByIntent = (name: string): boolean => {
  const ending = /\.([^.]*)$/.exec(name)?.[1]?.toLowerCase();
  return ending === undefined || /json/i.test(name) || ['json', 'ndjson'].some((one) => isOneLetterOff(one, ending));
};
