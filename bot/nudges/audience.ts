import type { PersonId } from '../ids.ts';
import type { Person } from '../people/person.ts';
import type { NudgeDeps } from './deps.ts';
import type { NudgeRecord } from './nudge-record.ts';
import { NO_WISHES, type Wishes } from './reader.ts';

/**
 * People planned for at a time. It keeps memory use, and what a crash undoes, independent of the municipality's size.
 */
const PAGE_SIZE = 200;

/** A person with their wishes and every nudge they had. */
export type Member = { person: Person; wishes: Wishes; had: NudgeRecord[] };
type Page = { members: Member[]; from: PersonId | ''; to: PersonId | ''; last: boolean };

/** Everyone who works here, page by page in order of id. */
export async function* audience(
  from: PersonId | '',
  { people, readers, nudges }: Pick<NudgeDeps, 'people' | 'readers' | 'nudges'>,
): AsyncGenerator<Page> {
  for (let cursor = from; ; ) {
    const page = await people.after(cursor, PAGE_SIZE);
    const here = page.filter(({ left, joined }) => left === null && joined === null);
    const ids = here.map(({ _id }) => _id);
    const wishes = new Map((await readers.of(ids)).map((reader) => [reader._id, reader]));
    const had = byPerson(await nudges.of(ids));
    const members = here.map((person) => ({
      person,
      wishes: wishes.get(person._id) ?? NO_WISHES,
      had: had.get(person._id) ?? [],
    }));
    const to = page.at(-1)?._id ?? cursor;
    const last = page.length < PAGE_SIZE;
    yield { members, from: cursor, to, last };
    if (last) return;
    cursor = to;
  }
}

const byPerson = (records: readonly NudgeRecord[]): Map<PersonId, NudgeRecord[]> => {
  const grouped = new Map<PersonId, NudgeRecord[]>();
  for (const record of records) grouped.set(record.person, [...(grouped.get(record.person) ?? []), record]);
  return grouped;
};
