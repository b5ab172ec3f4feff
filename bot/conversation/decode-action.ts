import { z } from 'zod';
import { optional, wholeNumber } from '../card-fields.ts';
import { ACTIONS, type Command, type Verb } from '../commands.ts';
import type { CaseId, NudgeId } from '../ids.ts';

/** What arrived is no action of ours: an unknown verb, a missing or wrong field. */
export class MalformedAction extends Error {
  override readonly name = 'MalformedAction';
}

const revision = optional(wholeNumber.pipe(z.number().int().min(0)));

/** Free text that a person wrote into a card; masked before anything else sees it. */
const FREE_TEXT = ['text', 'comment', 'nextStep', 'ground', 'alternative', 'place', 'unit', 'otherUnit'] as const;

/**
 * Card data as it came, turned into a command. Input ids may carry their verb (`reply.text`); unknown keys are dropped.
 * @throws MalformedAction
 */
export const decodeAction = (
  verb: string,
  data: unknown,
  mask: (text: string) => string,
): { command: Command; rev: number | undefined } => {
  if (!Object.hasOwn(ACTIONS, verb)) throw new MalformedAction(`unknown verb ${JSON.stringify(verb.slice(0, 40))}`);
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    throw new MalformedAction('data must be an object');
  const own = Object.entries(data).filter(([key]) => !key.includes('.'));
  const prefixed = Object.entries(data)
    .filter(([key]) => key.startsWith(`${verb}.`))
    .map(([key, value]) => [key.slice(verb.length + 1), value] as const);
  // Made of entries, never by assignment: a key `__proto__` becomes a field like any other, and is dropped like one.
  const plain: Record<string, unknown> = Object.fromEntries([...own, ...prefixed]);
  for (const field of FREE_TEXT) if (typeof plain[field] === 'string') plain[field] = mask(plain[field]).trim();
  const decoded = ACTIONS[verb as Verb].safeParse(plain);
  const rev = revision.safeParse(plain.rev);
  if (!decoded.success || !rev.success) {
    const issues = [...(decoded.error?.issues ?? []), ...(rev.error?.issues ?? [])];
    throw new MalformedAction(issues.map((issue) => `${issue.path.join('.') || 'data'}: ${issue.message}`).join('; '));
  }
  return { command: { verb, ...decoded.data } as Command, rev: rev.data };
};

export type Subject = { kind: 'case'; id: CaseId } | { kind: 'nudge'; id: NudgeId };

/** What stands on the card that a command came from, if it stands on one. A dilemma and its case share an id. */
export const subjectOf = (command: Command): Subject | null => {
  if ('nudge' in command && command.nudge !== undefined) return { kind: 'nudge', id: command.nudge };
  const id = 'draft' in command ? command.draft : 'case' in command ? command.case : undefined;
  return id === undefined ? null : { kind: 'case', id };
};
