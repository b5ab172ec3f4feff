import { fingerprint } from '../fingerprint.ts';
import { changedReplyId } from '../messages/ids.ts';
import type { Outbox } from '../messages/outbox.ts';
import type { Replying } from '../messages/owed.ts';
import { answer } from '../messages/owed.ts';
import { maskFor } from '../people/mask-for.ts';
import type { Person } from '../people/person.ts';
import { MAX_TEXT_LENGTH } from '../privacy/free-text.ts';
import { type Masked, trimmed } from '../privacy/mask.ts';
import { retryOnConflict } from '../retry-on-conflict.ts';
import { type Draft, EMPTIED } from './draft.ts';
import { draftUpdate } from './in-offer.ts';
import { inTurn } from './in-turn.ts';
import { type LineDeps, withText } from './keep-line.ts';
import { type DraftLine, joinLines } from './lines.ts';
import type { DraftReply } from './notice.ts';

/** A message that its writer changed afterwards. `heard`: its fingerprint. `text`: null when it was deleted. */
export type ChangedLine = { heard: string; person: Person; text: string | null };

export type ChangeLineDeps = LineDeps & { outbox: Outbox<Replying<DraftReply>> };

/**
 * Makes an unsent draft follow a message that was edited or deleted; with its last line, the draft is thrown away. What
 * was sent stays, and its writer is told. Messages that did not go into a draft are nobody's business here.
 */
export const changeLine = async ({ heard, person, text }: ChangedLine, deps: ChangeLineDeps): Promise<void> => {
  const { drafts, clock } = deps;
  const mask = maskFor(person, deps);
  const words = text === null ? null : mask(text);
  const told = await inTurn(person._id, drafts, () =>
    retryOnConflict(`the draft of ${person._id}`, async (): Promise<DraftReply | 'nothing' | null> => {
      const draft = await drafts.byLine(person._id, heard);
      if (draft === null) return 'nothing';
      if (draft.state === 'sending' || draft.state === 'used') return { kind: 'sent-stays' };
      if (!draft.lines.some((line) => line.heard === heard)) return 'nothing';
      const joined = joinLines(changedLines(draft, heard, trimmedOrNull(words?.text)), mask);
      if (joined.text === draft.text) return 'nothing';
      if (joined.text.length > MAX_TEXT_LENGTH) return { kind: 'draft-full', most: MAX_TEXT_LENGTH };
      const found = [...(words?.found ?? []), ...joined.found];
      const set =
        joined.text === '' ? { state: 'discarded' as const, ...EMPTIED } : withText(draft, { ...joined, found }, deps);
      const change = { set, owes: [draftUpdate(draft, clock())] };
      return (await drafts.change(draft._id, draft.rev, change, null)) ? 'nothing' : null;
    }),
  );
  if (told === 'nothing') return;
  const id = changedReplyId(fingerprint('changed', heard, words?.text ?? null));
  await deps.outbox.add([answer(id, person._id, { kind: 'reply', reply: told }, clock())]);
};

const trimmedOrNull = (text: Masked | undefined): Masked | null =>
  text === undefined || text.trim() === '' ? null : trimmed(text);

const changedLines = ({ lines }: Draft, heard: string, text: Masked | null): DraftLine[] =>
  text === null
    ? lines.filter((line) => line.heard !== heard)
    : lines.map((line) => (line.heard === heard ? { ...line, text } : line));
