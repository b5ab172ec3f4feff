import { createHmac } from 'node:crypto';
import type { Codes } from '../../bot/accounts/port.ts';

/** Consonants that are not easily confused. No code forms a word or contains digits, which would be masked. */
const LETTERS = 'bcdfghjkmnpqrstvwxz';
const LENGTH = 8;

/** Creates linking codes that cannot be guessed without the secret; the store keeps only their hashes. */
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
