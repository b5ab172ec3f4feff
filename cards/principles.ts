import { z } from 'zod';
import { repeatedIds } from '../bot/content/repeated-ids.ts';
import { PRINCIPLES } from '../bot/words.ts';

const inWords = z.strictObject({ name: z.string().trim().min(1).max(60), text: z.string().trim().min(1).max(600) });
const principleText = z.strictObject({ id: z.enum(PRINCIPLES), da: inWords, en: inWords });
export type PrincipleText = z.infer<typeof principleText>;

/** `content/principles.json`: the municipality's own texts for the six principles, in the order to show them. */
export const principlesSchema = z.array(principleText).superRefine((principles, context) => {
  for (const path of repeatedIds(principles))
    context.addIssue({ code: 'custom', path, message: 'stands in an earlier row, too. Leave one of the two.' });
  for (const id of PRINCIPLES.filter((id) => !principles.some((principle) => principle.id === id))) {
    const message = `lacks the principle ${JSON.stringify(id)}. Write it there, with its name and text in "da" and "en".`;
    context.addIssue({ code: 'custom', path: [], message });
  }
});
