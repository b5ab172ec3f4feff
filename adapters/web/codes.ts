import { createHmac } from 'node:crypto';
import type { Codes } from '../../bot/lives/port.ts';

/** Consonants, without those that look or sound like another: no code is a word, and no number is masked in one. */
const LETTERS = 'bcdfghjkmnpqrstvwxz';
const LENGTH = 8;

/** Codes that nobody can guess who does not know the secret, and that no store holds. */
export const createCodes = (secret: string): Codes => {
  const sealed = (purpose: string, text: string) => createHmac('sha256', secret).update(`${purpose}\n${text}`).digest();
  return {
    make: (seed) => {
      let rest = BigInt(`0x${sealed('code', seed).toString('hex')}`);
      let code = '';
      while (code.length < LENGTH) {
        code += LETTERS[Number(rest % BigInt(LETTERS.length))];
        rest /= BigInt(LETTERS.length);
      }
      return code;
    },
    hash: (code) => sealed('code hash', code).toString('base64url'),
  };
};
