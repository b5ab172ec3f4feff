import { fingerprint } from '../fingerprint.ts';
import type { Masked } from '../privacy/mask.ts';
import { maskPersonalNumbers, type Passes } from '../privacy/mask.ts';
import type { FieldOf } from './field-of-work.ts';
import type { FeedEvent, TownEvent } from './town-event.ts';

/** In characters. */
const MAX_TITLE = 90;
const MAX_PLACE = 60;
const ELLIPSIS = '…';

/** Control and format characters, among them those that turn the direction of text. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]+/gu;
/** Addresses of pages, with or without what comes before them. */
const LINK = /(?:\b[a-z][a-z\d+.-]*:\/\/|\bwww\.)\S*|\b(?:mailto|tel|javascript|data):\S*/giu;
const TAG = /<[^<>]*>/gu;
/** A dash or bracket that a removed link leaves behind. */
const LEFT_OVER = /[\s([{<:;,–—-]+$/u;

/**
 * An event as nudges may name it; null when it has no title left. What a stranger wrote into the calendar loses links,
 * mark-up and whatever cannot be seen, is shortened, and is masked like everything else (docs/rules.md, "The town's
 * calendar").
 */
export const eventOfFeed = (
  { uid, title, place, categories, day, lastDay, at }: FeedEvent,
  passes: Passes,
  fieldOf: FieldOf,
): TownEvent | null => {
  const named = cleaned(title, MAX_TITLE, passes);
  if (named === '') return null;
  return {
    id: fingerprint('event', uid, day),
    title: named,
    place: cleaned(place, MAX_PLACE, passes) || null,
    day,
    lastDay,
    at,
    // Not its place: what is held at the town hall, or at a school, may be about anything.
    field: fieldOf({ unit: title, profession: categories }),
  };
};

const cleaned = (text: string, max: number, passes: Passes): Masked | '' => {
  const plain = text
    .replace(TAG, ' ')
    .replace(LINK, ' ')
    .replace(INVISIBLE, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(LEFT_OVER, '');
  // Masked before it is cut, so that no half of a number is left.
  const { text: masked } = maskPersonalNumbers(plain, passes);
  return /[\p{L}\p{N}]/u.test(masked) ? cutAt(masked, max, passes) : '';
};

const cutAt = (text: Masked, max: number, passes: Passes): Masked => {
  const characters = [...text];
  if (characters.length <= max) return text;
  const cut = characters.slice(0, max - 1).join('');
  const atWord = cut.replace(/\s+\S*$/u, '') || cut;
  return maskPersonalNumbers(`${atWord.replace(LEFT_OVER, '')}${ELLIPSIS}`, passes).text;
};
