import { z } from 'zod';
import { PRINCIPLES, type Principle } from '../bot/words.ts';

const inWords = z.object({ name: z.string().min(1).max(60), text: z.string().min(1).max(600) });
const principleText = z.object({ id: z.enum(PRINCIPLES), da: inWords, en: inWords });
export type PrincipleText = z.infer<typeof principleText>;

/** `content/principles.json` does not hold the six principles in both languages. */
export class PrinciplesFault extends Error {
  override readonly name = 'PrinciplesFault';
}

/**
 * The municipality's own words for the six principles, in the order it wants them shown.
 * @throws PrinciplesFault that names every fault at once
 */
export const readPrinciples = (json: unknown): PrincipleText[] => {
  const read = z.array(principleText).safeParse(json);
  if (!read.success) {
    throw new PrinciplesFault(read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '));
  }
  const count = (id: Principle) => read.data.filter((principle) => principle.id === id).length;
  const wrong = PRINCIPLES.filter((id) => count(id) !== 1);
  if (wrong.length > 0) throw new PrinciplesFault(`each principle must stand there once; see ${wrong.join(', ')}`);
  return read.data;
};
