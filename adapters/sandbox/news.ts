import type { PersonId } from '../../bot/ids.ts';
import { BadRequest } from '../web/route.ts';
import type { KeptMessage } from './follow-others.ts';

/** `next` is the highest `seq` in this person's chat, `unseen` the number of new messages from the bot. */
export type News = { person: PersonId; next: number; unseen: number };

type Line = Pick<KeptMessage, 'person' | 'from' | 'seq' | 'firstSeq'>;

/** A change to a message that was seen is not news, although it gives the message a new `seq`. */
export const countNews = (lines: readonly Line[], seen: ReadonlyMap<string, number>): News[] => {
  const next = new Map<PersonId, number>();
  for (const { person, seq } of lines) next.set(person, Math.max(seq, next.get(person) ?? 0));
  const unseen = new Map<PersonId, number>();
  for (const { person, from, seq, firstSeq = seq } of lines) {
    const until = seen.get(person) ?? 0;
    // Whoever has seen more than there is saw another store, such as a folder that was emptied since.
    const isNew = from === 'bot' && (firstSeq > until || until > (next.get(person) ?? 0));
    if (isNew) unseen.set(person, (unseen.get(person) ?? 0) + 1);
  }
  return [...next].map(([person, highest]) => ({ person, next: highest, unseen: unseen.get(person) ?? 0 }));
};

/** Decodes `seen=ID:SEQ`, given once for each person whose chat was seen. @throws BadRequest */
export const seenIn = (query: URLSearchParams): ReadonlyMap<string, number> =>
  new Map(
    query.getAll('seen').map((pair): [string, number] => {
      const [, id, seq] = /^(.+):(\d{1,15})$/s.exec(pair) ?? [];
      if (id === undefined) throw new BadRequest(400, 'seen: a person and a whole number, such as seen=signe:12');
      return [id, Number(seq)];
    }),
  );
