import type { Case } from '../cases/case.ts';
import { forWhom } from '../cases/on-behalf.ts';
import type { PersonId } from '../ids.ts';
import type { Person } from '../people/person.ts';
import type { Changed } from '../presses/once.ts';
import type { Masked } from '../privacy/mask.ts';
import { maskOwnWords, type Writer } from '../privacy/own-words.ts';
import { Refusal } from '../refusal.ts';
import type { DraftCommand } from './command.ts';
import type { DraftDeps } from './deps.ts';
import { agentsLeftOut } from './not-to.ts';

/** The same Send again was a double press. Anything else comes too late, and is said to. */
export const afterSending = async (
  command: DraftCommand,
  sent: Case,
  writer: Writer,
  { roster }: Pick<DraftDeps, 'roster'>,
): Promise<Changed> => {
  if (command.verb !== 'submit-dilemma') throw new Refusal('draft-used');
  const same =
    sent.anonymous === (command.anonymous === 'yes') &&
    (command.text === undefined || textToSend(command, command.text.unmeasured, writer) === sent.text) &&
    (command.principle === undefined || command.principle === sent.principle) &&
    (command.topic === undefined || command.topic === sent.topic) &&
    (command.today === undefined || command.today === sent.today) &&
    (command.for === undefined || command.for === forWhom(sent)) &&
    leavesOut(command.notTo, sent.notTo, (await roster.look()).people());
  if (!same) throw new Refusal('draft-used');
  return 'repeated';
};

/** Whether the case leaves out whom this Send named; what was left empty says nothing. */
const leavesOut = (
  chosen: DraftCommand<'submit-dilemma'>['notTo'],
  sent: Case['notTo'] = [],
  agents: readonly Person[],
): boolean => chosen === undefined || chosen.length === 0 || sameMembers(agentsLeftOut(chosen, agents), sent);

const sameMembers = (some: readonly PersonId[], others: readonly PersonId[]): boolean =>
  some.length === others.length && some.every((one) => others.includes(one));

/** Without the name, unit and phone number of a writer who sends without their name, unless they insist. */
export const textToSend = (command: DraftCommand<'submit-dilemma'>, text: Masked, writer: Writer): Masked =>
  command.anonymous === 'yes' && command.keepMine !== true ? maskOwnWords(text, writer).text : text;
