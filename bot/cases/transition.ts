import type { PersonId } from '../ids.ts';
import { measured } from '../privacy/free-text.ts';
import { Refusal } from '../refusal.ts';
import { accept, decline, share } from './answer-offer.ts';
import { acceptStep, answer, dropStep, ownStep, rate, thank } from './answering.ts';
import { cancelTalk } from './cancel-talk.ts';
import type { Case, CaseChange } from './case.ts';
import { acceptCoAgent, declineCoAgent, noteToAgent } from './co-agent.ts';
import type { CaseCommand, CaseVerb, MeasuredCommand } from './command.ts';
import { correctAnswer } from './correct-answer.ts';
import { askAnother, close, reopen, withdraw } from './ending.ts';
import { answerFollowUp } from './follow-up.ts';
import { giveBack } from './give-back.ts';
import { acceptHandOver, declineHandOver } from './hand-over.ts';
import { acceptIntroduction, declineIntroduction, requestIntroduction } from './introducing.ts';
import { answerInvitation, handOver, inviteCoAgent } from './invite.ts';
import { correctLabels } from './labels.ts';
import { type Circumstances, finish, type Move } from './move.ts';
import type { Part } from './part.ts';
import { refusalFor } from './rules.ts';
import { acceptTalk, reveal, speak, talk } from './talking.ts';

type Moves = {
  [V in CaseVerb]: (c: Case, command: MeasuredCommand<V>, actor: PersonId, context: Circumstances) => Move;
};

const MOVES: Moves = {
  'share-with-all': (c, command, _actor, context) => share(c, command, context),
  'accept-case': (c, command, actor, context) =>
    (c.state === 'waiting' ? accept : acceptHandOver)(c, command, actor, context),
  'decline-case': (c, command, actor, context) =>
    (c.state === 'waiting' ? decline : declineHandOver)(c, command, actor, context),
  'give-back': giveBack,
  'hand-over': handOver,
  'answer-hand-over': (c, command, _actor, context) => answerInvitation(c, command, context),
  'invite-co-agent': inviteCoAgent,
  'answer-invitation': (c, command, _actor, context) => answerInvitation(c, command, context),
  'accept-co-agent': (c, _command, actor) => acceptCoAgent(c, actor),
  'decline-co-agent': (c, _command, actor, context) => declineCoAgent(c, actor, context),
  'note-to-agent': (c, command, actor, { now }) => noteToAgent(c, command, actor, now),
  'ask-back': (c, command, actor) => speak(c, actor, 'ask-back', command.text, 'asked-back'),
  reply: (c, command, actor) => speak(c, actor, 'reply', command.text, c.state === 'closed' ? 'reopened' : 'replied'),
  talk,
  'accept-talk': (c, _command, actor) => acceptTalk(c, actor),
  'cancel-talk': (c, _command, actor) => cancelTalk(c, actor),
  'request-introduction': requestIntroduction,
  'accept-introduction': (c, _command, actor, context) => acceptIntroduction(c, actor, context),
  'decline-introduction': (c, _command, actor) => declineIntroduction(c, actor),
  'answer-case': answer,
  'correct-answer': correctAnswer,
  'correct-labels': correctLabels,
  'accept-step': (c, command, _actor, context) => acceptStep(c, command, context),
  'own-step': (c, command, _actor, context) => ownStep(c, command, context),
  'drop-step': (c, command) => dropStep(c, command),
  'reveal-me': reveal,
  'rate-answer': (c, command) => rate(c, command),
  'follow-up': (c, command, _actor, context) => answerFollowUp(c, command, context),
  thank: (c, command) => thank(c, command),
  'close-case': (c, _command, _actor, context) => close(c, context),
  'reopen-case': (c, command) => reopen(c, command),
  'withdraw-case': (c, _command, _actor, context) => withdraw(c, context),
  'ask-another': (c, _command, _actor, context) => askAnother(c, context),
};

/** Verbs that ask another agent, choose a colleague or tell all agents. Only these need every agent's load. */
const VERBS_NEEDING_AGENTS: ReadonlySet<CaseVerb> = new Set([
  'decline-case',
  'give-back',
  'hand-over',
  'answer-hand-over',
  'invite-co-agent',
  'answer-invitation',
  'share-with-all',
  'ask-another',
]);

export const looksAtAgents = (c: Case, verb: CaseVerb): boolean =>
  VERBS_NEEDING_AGENTS.has(verb) || c.sharing === 'shared';

/**
 * Applies a command to a case: a pure function of case, command, person and context.
 * @throws Refusal when the state or the person's part does not allow the command
 */
export const transition = (
  c: Case,
  command: CaseCommand<CaseVerb>,
  actor: PersonId,
  part: Part,
  context: Circumstances,
): CaseChange => finish(c, moveOf(c, command, actor, part, context), context);

/** What a command would change in a case. @throws Refusal as `transition` does */
export const moveOf = (
  c: Case,
  command: CaseCommand<CaseVerb>,
  actor: PersonId,
  part: Part,
  context: Circumstances,
): Move => {
  const code = refusalFor(c, command.verb, part, context.now);
  if (code !== null) throw new Refusal(code);
  const step = measured(command);
  // The table is complete by type; TypeScript cannot see that a verb's entry takes that verb's command.
  const move = MOVES[command.verb] as (
    c: Case,
    command: MeasuredCommand,
    actor: PersonId,
    context: Circumstances,
  ) => Move;
  return move(c, step, actor, context);
};
