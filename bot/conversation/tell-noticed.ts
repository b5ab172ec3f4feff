import { CASE_VERBS } from '../cases/command.ts';
import { warningFor } from '../cases/warning-for.ts';
import type { Command } from '../commands.ts';
import type { Deps } from '../deps.ts';
import { noticedId } from '../messages/ids.ts';
import { answer } from '../messages/owed.ts';
import type { Person } from '../people/person.ts';
import { isTipDue, notePhoneTip } from '../people/phone-tip.ts';
import { joined, type Mask, type Masked, type Masking } from '../privacy/mask.ts';
import { maskOwnWords, type Own } from '../privacy/own-words.ts';

/** What a person wrote on a card, as it was masked. */
type Read = { text: Masked; found: Masking['found'] };

/** A mask that notes what it masked; `read` returns all of it as one text. */
export const noting = (mask: Mask): { mask: Mask; read: () => Read } => {
  const seen: Masking[] = [];
  return {
    mask: (text) => {
      const masking = mask(text);
      seen.push(masking);
      return masking;
    },
    read: () => ({
      text: joined(seen.map(({ text }) => text)),
      found: [...new Set(seen.flatMap(({ found }) => found))],
    }),
  };
};

/** Presses that bring words into a case. A dilemma's words are looked at on its card, before and after it is sent. */
const SAYS_IN_CASE: ReadonlySet<Command['verb']> = new Set<Command['verb']>(CASE_VERBS);

/** Tells the writer what was hidden in the words they just sent with a press, and where such words may belong. */
export const tellNoticed = async (
  { text, found }: Read,
  { person, command, receipt }: { person: Person; command: Command; receipt: string },
  deps: Pick<Deps, 'outbox' | 'clock' | 'organisation' | 'warningWords' | 'cases' | 'people'>,
): Promise<void> => {
  if (text.trim() === '') return;
  const own = await hiddenAsOwn(text, person, command, deps);
  const seen =
    SAYS_IN_CASE.has(command.verb) || found.length > 0
      ? warningFor(text, { found, deletable: false, writer: person, tip: isTipDue(person), said: 'in-talk' }, deps)
      : null;
  if (seen === null && own.length === 0) return;
  const nothing = { matters: [], hidden: [], named: false, deletable: false };
  const warning = { ...(seen ?? nothing), ...(own.length === 0 ? {} : { own }) };
  const say = { kind: 'reply', reply: { kind: 'noticed', warning } } as const;
  await deps.outbox.add([answer(noticedId(receipt), person._id, say, deps.clock())]);
  await notePhoneTip(person, found, deps);
};

/** What of these words was hidden because they went to a case whose asker writes without their name. */
const hiddenAsOwn = async (
  text: Masked,
  person: Person,
  command: Command,
  { cases }: Pick<Deps, 'cases'>,
): Promise<readonly Own[]> => {
  const { found } = maskOwnWords(text, person);
  if (found.length === 0 || (command.verb === 'submit-dilemma' && command.keepMine === true)) return [];
  const id = command.verb === 'submit-dilemma' ? command.draft : 'case' in command ? command.case : undefined;
  const c = id === undefined ? null : await cases.get(id);
  return c?.anonymous === true && c.asker === person._id ? found : [];
};
