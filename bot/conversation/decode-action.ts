import { z } from 'zod';
import { optional, wholeNumber } from '../card-fields.ts';
import { ACTIONS, type Command, type Verb } from '../commands.ts';
import type { Reading } from '../dates/reading.ts';
import { readFields } from '../dates/typed.ts';
import { type CaseId, type MeetingId, type NudgeId, type StoryId, storyId } from '../ids.ts';
import { masked } from '../privacy/free-text.ts';
import type { Mask } from '../privacy/mask.ts';
import { MEETING_ACTIONS, SHOW_STORY_ACTIONS, STORY_ACTIONS } from '../stories/command.ts';

/** The data is not a valid action: an unknown verb, or a missing or wrong field. */
export class MalformedAction extends Error {
  override readonly name = 'MalformedAction';
}

const revision = optional(wholeNumber.pipe(z.number().int().min(0)));

/**
 * Decodes raw card data into a command. Input ids may be prefixed by the verb (`reply.text`), and by the part of the
 * card where two forms have the same verb (`answer-case.no.text`); unknown keys are dropped.
 * @throws MalformedAction
 * @throws Refusal when a date or time cannot be read
 */
export const decodeAction = (
  verb: string,
  data: unknown,
  mask: Mask,
  reading: Reading,
): { command: Command; rev: number | undefined } => {
  const { fields, rev } = decode(verb, data);
  // The table is keyed by verb; TypeScript cannot see that these fields are this verb's.
  return { command: { verb, ...masked(readFields(fields, reading), mask) } as Command, rev };
};

const decode = (verb: string, data: unknown) => {
  if (!Object.hasOwn(ACTIONS, verb)) throw new MalformedAction(`unknown verb ${JSON.stringify(verb.slice(0, 40))}`);
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    throw new MalformedAction('data must be an object');
  const own = Object.entries(data).filter(([key]) => !key.includes('.'));
  const prefixed = Object.entries(data)
    .filter(([key]) => key.startsWith(`${verb}.`))
    .map(([key, value]) => [key.slice(key.lastIndexOf('.') + 1), value] as const);
  // Built from entries, never by assignment: a key `__proto__` then becomes an ordinary field and is dropped.
  const plain: Record<string, unknown> = Object.fromEntries([...own, ...prefixed]);
  const decoded = ACTIONS[verb as Verb].safeParse(plain);
  const rev = revision.safeParse(plain.rev);
  if (!decoded.success || !rev.success) {
    const issues = [...(decoded.error?.issues ?? []), ...(rev.error?.issues ?? [])];
    throw new MalformedAction(issues.map((issue) => `${issue.path.join('.') || 'data'}: ${issue.message}`).join('; '));
  }
  return { fields: decoded.data, rev: rev.data };
};

/** `follow-up` has a field of the same name. */
const STORY_VERBS: ReadonlySet<string> = new Set(Object.keys({ ...STORY_ACTIONS, ...SHOW_STORY_ACTIONS }));

export type PressedSubject =
  | { kind: 'case'; id: CaseId }
  | { kind: 'nudge'; id: NudgeId }
  | { kind: 'story'; id: StoryId }
  | { kind: 'meeting'; id: StoryId; meeting: MeetingId };

/**
 * The dilemma, nudge or story whose card was pressed; null for other cards. A draft and its case share an id.
 * @throws MalformedAction
 */
export const subjectOf = (verb: string, data: unknown): PressedSubject | null => {
  const { fields } = decode(verb, data);
  if ('nudge' in fields && fields.nudge !== undefined) return { kind: 'nudge', id: fields.nudge };
  if (Object.hasOwn(MEETING_ACTIONS, verb) && 'meeting' in fields && fields.meeting !== undefined && 'story' in fields)
    return { kind: 'meeting', id: storyId(fields.story ?? ''), meeting: fields.meeting };
  if (STORY_VERBS.has(verb) && 'story' in fields && fields.story !== undefined)
    return { kind: 'story', id: storyId(fields.story) };
  const id = 'draft' in fields ? fields.draft : 'case' in fields ? fields.case : undefined;
  return id === undefined ? null : { kind: 'case', id };
};
