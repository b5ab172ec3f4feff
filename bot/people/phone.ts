import { Refusal } from '../refusal.ts';

/** A Danish number, with or without its country code. */
const DANISH = /^(?:(?:\+|00)45)?([2-9]\d{7})$/;
/** A foreign number must have its country code. */
const FOREIGN = /^(?:\+|00)([1-9]\d{7,14})$/;

/**
 * Normalises a phone number that somebody gives as their own: "70 00 01 01" or "+4670123456". Cards show it unmasked,
 * so anything else is refused, above all a CPR number.
 * @throws Refusal bad-phone
 */
export const declaredPhone = (text: string): string => {
  const digits = text.normalize('NFKC').trim();
  if (!/^\+?\d(?: ?\d)+$/.test(digits)) throw new Refusal('bad-phone');
  const number = digits.replaceAll(' ', '');
  const danish = DANISH.exec(number)?.[1];
  if (danish !== undefined) return danish.replace(/(\d\d)(?=\d)/g, '$1 ');
  const foreign = FOREIGN.exec(number)?.[1];
  if (foreign === undefined || foreign.startsWith('45')) throw new Refusal('bad-phone');
  return `+${foreign}`;
};
