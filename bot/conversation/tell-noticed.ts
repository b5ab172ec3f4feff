import { warningFor } from '../cases/warning-for.ts';
import type { Command } from '../commands.ts';
import type { Deps } from '../deps.ts';
import { noticedId } from '../messages/ids.ts';
import { answer } from '../messages/owed.ts';
import type { Person } from '../people/person.ts';
import type { Mask, Masking } from '../privacy/mask.ts';

/** What a person wrote on a card, as it was masked. */
type Read = { text: string; found: Masking['found'] };

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
      text: seen.map(({ text }) => text).join('\n'),
      found: [...new Set(seen.flatMap(({ found }) => found))],
    }),
  };
};

/** Presses whose words go straight to a colleague. A draft's words are looked at on its card. */
const SENDS_WORDS: ReadonlySet<Command['verb']> = new Set<Command['verb']>([
  'accept-case',
  'ask-back',
  'reply',
  'answer-case',
  'reopen-case',
]);

/** Tells the writer what was hidden in the words they just sent with a press, and where such words may belong. */
export const tellNoticed = async (
  { text, found }: Read,
  { person, verb, receipt }: { person: Person; verb: Command['verb']; receipt: string },
  deps: Pick<Deps, 'outbox' | 'clock' | 'organisation' | 'warningWords'>,
): Promise<void> => {
  if (found.length === 0 && !SENDS_WORDS.has(verb)) return;
  const warning = warningFor(text, { found, deletable: false }, deps);
  if (warning === null) return;
  const say = { kind: 'reply', reply: { kind: 'noticed', warning } } as const;
  await deps.outbox.add([answer(noticedId(receipt), person._id, say, deps.clock())]);
};
