import type { Language } from '../words.ts';
import { type Masked, maskPhone, replaceIn } from './mask.ts';

/** What gives a writer away in their own text. */
const OWN = ['name', 'unit', 'phone'] as const;
export type Own = (typeof OWN)[number];

/** A writer, as far as their own words can name them. `said`: under what names others know them, or did. */
export type Writer = {
  name: string;
  said?: readonly { name: string }[];
  unit: string | null;
  phone: string | null;
  language: Language;
};

const TOKENS = {
  da: { name: '[mit navn]', unit: '[min afdeling]' },
  en: { name: '[my name]', unit: '[my unit]' },
} as const satisfies Record<Language, Record<Exclude<Own, 'phone'>, string>>;

/**
 * Masks the writer's own name, unit and phone number, for a text that others read without knowing who wrote it
 * (docs/rules.md, "Anonymity"). A part of the name counts where it is capitalised, or stands where people sign. Masking
 * a masked text changes nothing.
 */
export const maskOwnWords = (text: Masked, writer: Writer): { text: Masked; found: readonly Own[] } => {
  const tokens = TOKENS[writer.language];
  let rest = text;
  const found: Own[] = [];
  const note = (own: Own, masked: Masked): void => {
    if (masked !== rest && !found.includes(own)) found.push(own);
    rest = masked;
  };
  for (const { name } of [writer, ...(writer.said ?? [])]) note('name', replaceName(rest, name, tokens.name));
  const units = unitsOf(writer.unit);
  if (units.length > 0) {
    const anyUnit = units.map((unit) => escaped(unit).replace(/\s+/gu, '\\s+')).join('|');
    note('unit', replaceIn(rest, new RegExp(`${START}(?:${anyUnit})${GENITIVE}${END}`, 'giu'), tokens.unit));
  }
  if (writer.phone !== null) note('phone', maskPhone(rest, writer.phone));
  return { text: rest, found };
};

/** Puts a token in place of somebody's name, in full and in parts. */
export const replaceName = (text: Masked, name: string, token: `[${string}]`): Masked => {
  const parts = namePartsOf(name);
  if (parts.length === 0) return text;
  const anyPart = `(?:${parts.map(escaped).join('|')})`;
  const more = `(?:[\\s.-]{1,3}(?:\\p{L}\\.\\s?)?${anyPart})`;
  const bySignature = new RegExp(`(?<=${SIGNED}\\s{0,3})${anyPart}${more}*${GENITIVE}${END}`, 'giu');
  const inFull = new RegExp(`${START}${anyPart}${more}+${GENITIVE}${END}`, 'giu');
  const alone = new RegExp(`${START}${anyPart}${GENITIVE}${END}`, 'gu');
  return replaceIn(replaceIn(replaceIn(text, inFull, token), bySignature, token), alone, token);
};

const START = '(?<![\\p{L}\\p{N}[])';
const END = '(?![\\p{L}\\p{N}\\]])';
const GENITIVE = "(?:['’]?s)?";
/** Before a name in any case: "mvh mette", "jeg hedder mette", "I am mette". */
const SIGNED =
  "(?:mvh|hilsen|hilsner|hilsener|kh|vh|hedder|navn er|regards|best|cheers|name is|i am|i'm)[,.!:]?(?:\\sfra)?";

/** "Mette", "Krogh" of "Krogh, Mette (BUF)". A single letter or an abbreviation names nobody. */
const namePartsOf = (name: string): string[] =>
  name
    .normalize('NFC')
    .replace(/\([^)]*\)?|\[[^\]]*\]?/gu, ' ')
    .split(/[\s,]+/u)
    .filter((part) => /^\p{Lu}[\p{L}'’-]+$/u.test(part));

/** The unit, and each part of "Skole og Dagtilbud / Nordskolen". */
const unitsOf = (unit: string | null): string[] => {
  if (unit === null) return [];
  const parts = unit.normalize('NFC').split(/\s*[/|]\s*|\s[-–]\s/u);
  return [unit.normalize('NFC'), ...parts].map((part) => part.trim()).filter((part) => part.length > 2);
};

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
