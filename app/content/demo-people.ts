import { z } from 'zod';
import { repeatedIds } from '../../bot/content/repeated-ids.ts';
import { personId } from '../../bot/ids.ts';
import type { Organisation } from '../../bot/organisation.ts';
import { blankColleague } from '../../bot/people/blank-colleague.ts';
import { NEVER, type Person } from '../../bot/people/person.ts';
import { maskPersonalNumbers } from '../../bot/privacy/mask.ts';
import { LANGUAGES, PRINCIPLES, ROLES, TOPICS } from '../../bot/words.ts';

const masked = (text: string) => maskPersonalNumbers(text, { phones: [] }).text;
const id = z.string().min(1).transform(personId);
const demoPerson = z.strictObject({
  id,
  name: z.string().trim().min(1),
  unit: z.string(),
  profession: z.string(),
  manager: id.nullable(),
  roles: z.array(z.enum(ROLES)),
  phone: z.string().nullable(),
  agent: z
    .strictObject({
      principles: z.array(z.enum(PRINCIPLES)),
      topics: z.array(z.enum(TOPICS)),
      languages: z.array(z.enum(LANGUAGES)),
      capacity: z.number().int().min(0),
      shown: z.boolean(),
      place: z.string().transform(masked).nullable(),
    })
    .nullable(),
  absences: z.array(z.strictObject({ from: z.iso.date(), until: z.iso.date(), substitute: id.nullable() })),
});
/** Schema of `content/demo-people.json`. */
export const demoPeopleSchema = z
  .array(demoPerson)
  .min(1, 'Write at least one person, or nobody can use the sandbox.')
  .superRefine((people, context) => {
    for (const path of repeatedIds(people))
      context.addIssue({ code: 'custom', path, message: 'is the id of an earlier person, too. Give each their own.' });
  });

/** The made-up colleagues of the sandbox. */
export const asDemoPeople = (
  rows: z.output<typeof demoPeopleSchema>,
  { language }: Pick<Organisation, 'language'>,
): Person[] =>
  rows.map(({ id: _id, name, ...known }) =>
    blankColleague(_id, name, language, { ...known, addresses: [{ platform: 'sandbox', id: _id, at: NEVER }] }),
  );
