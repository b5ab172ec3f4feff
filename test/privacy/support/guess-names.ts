import { hash } from 'node:crypto';

// An attacker of its own: it knows neither how ids are made nor what they are made of, only that somebody may have hashed
// what the staff list says together with something that can be guessed.

export type Staff = { name: string; email: string; id: string };

const ALGORITHMS = ['sha256', 'sha1', 'md5'] as const;
const ENCODINGS = ['hex', 'base64url'] as const;
/** So many equal characters are no accident. */
const TELLING = 8;
const VERBS = ['nudge-spar', 'submit-dilemma', 'heard', 'pressed', 'press', 'email', 'met', 'greeted', 'line', 'case'];

const forms = (parts: readonly string[]): string[] => [
  parts.join(''),
  ...[' ', '.', ':', '|', '\n', ','].map((between) => parts.join(between)),
  JSON.stringify(parts),
];

/** Whatever in a text may be an id or a part of one. */
const tokensIn = (seen: string): Set<string> =>
  new Set((seen.match(/[\w-]{8,}/g) ?? []).flatMap((token) => [token, token.slice(1), token.slice(2)]).map(prefix));
const prefix = (text: string): string => text.slice(0, TELLING);

/** The names on the list that explain a part of what was seen, after up to `most` guesses; and how many were made. */
export const guessNames = (
  staff: readonly Staff[],
  context: readonly string[],
  seen: string,
  most: number,
): { found: Set<string>; guesses: number } => {
  const tokens = tokensIn(seen);
  const found = new Set<string>();
  let guesses = 0;
  const bases = staff.flatMap(({ name, email, id }) =>
    [name, email, email.toLowerCase(), id].map((base) => ({ name, base })),
  );
  const contexts = ['', ...VERBS, ...context.flatMap((one) => ['', ...VERBS].map((verb) => `${verb}\0${one}`))];
  for (const around of contexts) {
    for (const { name, base } of bases) {
      const more = around.split('\0').filter((part) => part !== '');
      for (const text of [...forms([base, ...more]), ...forms([...more, base])]) {
        for (const algorithm of ALGORITHMS) {
          for (const encoding of ENCODINGS) {
            if (guesses >= most) return { found, guesses };
            guesses++;
            if (tokens.has(prefix(hash(algorithm, text, encoding)))) found.add(name);
          }
        }
      }
    }
  }
  return { found, guesses };
};
