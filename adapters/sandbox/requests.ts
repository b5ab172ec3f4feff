import { DateTime, Duration } from 'luxon';
import { z } from 'zod';
import { personId } from '../../bot/ids.ts';
import { PRINCIPLES, ROLES, TOPICS } from '../../bot/words.ts';
import { BadRequest } from '../web/route.ts';

/** The bodies of the sandbox's API, decoded strictly (docs/rules.md, "The sandbox's API"). */

const id = z.string().min(1).max(200).transform(personId);
const name = z.string().trim().min(1).max(100);

export const newPerson = z.object({
  name,
  unit: name,
  profession: name.optional(),
  manager: id.optional(),
  roles: z.array(z.enum(ROLES)).optional(),
  agent: z
    .object({
      principles: z.array(z.enum(PRINCIPLES)).optional(),
      topics: z.array(z.enum(TOPICS)).optional(),
      capacity: z.number().int().min(0).max(1000).optional(),
    })
    .optional(),
});

export type NewProfile = NonNullable<z.infer<typeof newPerson>['agent']>;

export const writtenLine = z.object({ person: id, text: z.string() });

export const pressed = z.object({
  person: id,
  message: z.string().min(1).max(300),
  verb: z.string().max(100),
  data: z.record(z.string(), z.unknown()).default({}),
});

export const movedClock = z.union([z.strictObject({ now: z.string() }), z.strictObject({ advance: z.string() })]);

/** Decodes a request body. @throws BadRequest 400 that lists each problem and its field */
export const decode = <T>(schema: z.ZodType<T>, body: unknown): T => {
  const decoded = schema.safeParse(body);
  if (decoded.success) return decoded.data;
  throw new BadRequest(
    400,
    decoded.error.issues.map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`).join('; '),
  );
};

const YEARS = { first: 2000, last: 2100 };

/** The moment a clock request asks for. Days and months are calendar days in the organisation's zone. @throws BadRequest */
export const momentAsked = (asked: z.infer<typeof movedClock>, now: Date, zone: string): Date => {
  const moment =
    'now' in asked ? DateTime.fromISO(asked.now, { zone }) : after(asked.advance, DateTime.fromJSDate(now, { zone }));
  if (moment === null || !moment.isValid)
    throw new BadRequest(400, 'now is an ISO 8601 time, advance an ISO 8601 duration such as PT2H');
  if (moment.year < YEARS.first || moment.year > YEARS.last)
    throw new BadRequest(400, `the clock stays between ${YEARS.first} and ${YEARS.last}`);
  return moment.toJSDate();
};

/** Null when it is not a duration. luxon accepts "P" as one, and throws when it adds an invalid one. */
const after = (duration: string, now: DateTime): DateTime | null => {
  const by = Duration.fromISO(duration);
  return by.isValid && /\d/.test(duration) ? now.plus(by) : null;
};
