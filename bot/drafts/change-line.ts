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

/**
 * A message that its writer changed afterwards. `heard`: its fingerprint. `text`: null when it was deleted. `back`: it was
 * deleted, and its writer took that back.
 */
export type ChangedLine = { heard: string; person: Person; text: string | null; back?: true };

/** `unknown`: no draft was ever written in this message. */
export type Followed = 'followed' | 'left' | 'unknown';

export type ChangeLineDeps = LineDeps & { outbox: Outbox<Replying<DraftReply>> };

/**
 * Makes an unsent draft follow a message that was edited or deleted; with its last line, the draft is thrown away. What
 * was sent stays, and its writer is told. Messages that did not go into a draft are nobody's business here.
 */
export const changeLine = async (
  { heard, person, text, back }: ChangedLine,
  deps: ChangeLineDeps,
): Promise<Followed> => {
  const { drafts, clock } = deps;
  const mask = maskFor(person, deps);
  const words = text === null ? null : mask(text);
  const { followed, told } = await inTurn(person._id, drafts, () =>
    retryOnConflict('a draft', async (): Promise<Outcome | null> => {
      const draft = await drafts.byLine(person._id, heard);
      if (draft === null) return { followed: 'unknown', told: null };
      if (draft.state === 'sending' || draft.state === 'used') return left({ kind: 'sent-stays' });
      const isThere = draft.lines.some((line) => line.heard === heard);
      if (isThere === (back === true) || draft.state === 'ended') return left(null);
      const line = { heard, text: trimmedOrNull(words?.text), at: clock() };
      const joined = joinLines(changedLines(draft, line), mask);
      if (joined.text === draft.text) return left(null);
      if (joined.text.length > MAX_TEXT_LENGTH) return left({ kind: 'draft-full', most: MAX_TEXT_LENGTH });
      const found = [...(words?.found ?? []), ...joined.found];
      const set =
        joined.text === ''
          ? { state: 'discarded' as const, ...EMPTIED }
          : { ...(await withText(draft, { ...joined, found }, deps)), ...(isThere ? {} : { state: 'open' as const }) };
      const change = { set, owes: [draftUpdate(draft, clock())] };
      return (await drafts.change(draft._id, draft.rev, change, null)) ? { followed: 'followed', told: null } : null;
    }),
  );
  if (told === null) return followed;
  const id = changedReplyId(fingerprint('changed', heard, words?.text ?? null));
  await deps.outbox.add([answer(id, person._id, { kind: 'reply', reply: told }, clock())]);
  return followed;
};

type Outcome = { followed: Followed; told: DraftReply | null };

const left = (reply: DraftReply | null): Outcome => ({ followed: 'left', told: reply });

const trimmedOrNull = (text: Masked | undefined): Masked | null =>
  text === undefined || text.trim() === '' ? null : trimmed(text);

/** The lines with one of them changed, or added when it is not among them. */
const changedLines = (
  { lines }: Draft,
  { text, ...line }: Pick<DraftLine, 'heard' | 'at'> & { text: Masked | null },
) => {
  const others = lines.filter(({ heard }) => heard !== line.heard);
  if (text === null) return others;
  if (others.length === lines.length) return [...lines, { ...line, text }];
  return lines.map((one) => (one.heard === line.heard ? { ...one, text } : one));
};
