import type { PersonId } from '../ids.ts';
import { measured } from '../privacy/free-text.ts';
import { Refusal } from '../refusal.ts';
import { acceptStep, answer, dropStep, rate, thank } from './answering.ts';
import type { Case, CaseChange } from './case.ts';
import type { CaseCommand, CaseStep, CaseVerb } from './command.ts';
import { askAnother, close, reopen, withdraw } from './ending.ts';
import { sayHowItWent } from './follow-up.ts';
import { type Circumstances, finish, type Move } from './move.ts';
import { accept, decline, share } from './offers.ts';
import { type Part, refusalFor } from './rules.ts';
import { reveal, talk, word } from './talking.ts';

type Moves = { [V in CaseVerb]: (c: Case, command: CaseStep<V>, actor: PersonId, at: Circumstances) => Move };

const MOVES: Moves = {
  'share-with-all': (c, command, _actor, at) => share(c, command, at),
  'accept-case': accept,
  'decline-case': decline,
  'ask-back': (c, command, actor) => word(c, actor, 'ask-back', command.text, 'asked-back'),
  reply: (c, command, actor) => word(c, actor, 'reply', command.text, c.state === 'closed' ? 'reopened' : 'replied'),
  talk,
  'answer-case': answer,
  'accept-step': (c, command, _actor, at) => acceptStep(c, command, at),
  'drop-step': dropStep,
  'reveal-me': reveal,
  'rate-answer': (c, command) => rate(c, command),
  'follow-up': (c, command, _actor, at) => sayHowItWent(c, command, at),
  thank: (c, command) => thank(c, command),
  'close-case': (c, _command, _actor, at) => close(c, at),
  'reopen-case': (c, command) => reopen(c, command),
  'withdraw-case': (c, _command, _actor, at) => withdraw(c, at),
  'ask-another': (c, _command, _actor, at) => askAnother(c, at),
};

/** Steps that ask another agent, or tell all of them; the others need not know how every agent stands. */
const LOOK_AT_AGENTS: ReadonlySet<CaseVerb> = new Set(['decline-case', 'share-with-all', 'ask-another']);

export const looksAtAgents = (c: Case, verb: CaseVerb): boolean => LOOK_AT_AGENTS.has(verb) || c.sharing === 'shared';

/**
 * One step in a case's life: a pure function of case, command, person and now.
 * @throws Refusal when the state or the person does not allow it; then nothing changes
 */
export const transition = (
  c: Case,
  command: CaseCommand<CaseVerb>,
  actor: PersonId,
  part: Part,
  at: Circumstances,
): CaseChange => {
  const code = refusalFor(c, command.verb, part, at.now);
  if (code !== null) throw new Refusal(code);
  const step = measured(command);
  // The table is complete by type; TypeScript cannot see that a verb's entry takes that verb's command.
  const move = MOVES[command.verb] as (c: Case, command: CaseStep, actor: PersonId, at: Circumstances) => Move;
  return finish(c, move(c, step, actor, at), at);
};
