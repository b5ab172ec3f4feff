import type { CaseId, PersonId } from '../ids.ts';
import type { Person } from '../people/person.ts';
import { isYes } from '../talk/short-answers.ts';
import { type Addressee, addresseeOf, offeredTo, type Sent, sentIn } from './addressee.ts';
import { isCourtesy } from './carry-words.ts';
import type { Case } from './case.ts';
import type { CaseDeps } from './deps.ts';
import { type OpenTalk, openWork } from './open-talks.ts';

/** Words from the chat. `openly`: others saw who wrote them. `answers`: the case whose card they answer. */
export type ChatWords = { text: string; openly: boolean; answers?: CaseId | undefined };

export type WhomDeps = Pick<CaseDeps, 'cases' | 'people' | 'platforms' | 'clock'>;

/**
 * The talks that words may belong to; or else the offers that they may answer (docs/rules.md, "Writing to a colleague").
 */
export const whomTo = async (
  words: ChatWords,
  person: Person,
  deps: WhomDeps,
): Promise<{ talks: OpenTalk[]; offers: Case[] }> => {
  const mayAnswer = isYes(words.text) || !isCourtesy(words.text);
  const { talks: open, offers: offered } = await openWork(person, { withOffers: mayAnswer }, deps);
  const all = open.filter((talk) => mayHear(talk, words));
  if (words.answers !== undefined) {
    const talks = all.filter(({ case: c }) => c._id === words.answers);
    const offers = offered.filter((c) => c._id === words.answers);
    if (talks.length + offers.length > 0) return { talks, offers };
  }
  return all.length > 0 ? { talks: all, offers: [] } : { talks: [], offers: offered };
};

/** Words that others saw would give an anonymous asker away. Thanks go to somebody, and never open an answered case. */
const mayHear = ({ case: c, part }: OpenTalk, { text, openly }: ChatWords): boolean => {
  if (openly && part === 'asker' && c.anonymous) return false;
  return !isCourtesy(text) || (c.agent !== null && (part === 'asker' || c.state === 'active'));
};

/** The same, as the writer may see them. */
export const addresseesOf = async (words: ChatWords, person: Person, deps: WhomDeps): Promise<Addressee[]> => {
  const { talks, offers } = await whomTo(words, person, deps);
  const context = await contextOf([...talks.map(({ case: c }) => c), ...offers], deps);
  return [...talks.map((talk) => addresseeOf(talk, words.text, context)), ...offers.map((c) => offeredTo(c, context))];
};

/** What became of a person's words in a case; null when they can no longer be found. */
export const whatBecame = async (
  { case: id, turn }: { case: CaseId; turn: number },
  person: Person,
  deps: WhomDeps,
): Promise<Sent | null> => {
  const c = await deps.cases.get(id);
  if (c === null) return null;
  return sentIn({ case: c, part: person._id === c.asker ? 'asker' : 'agent' }, turn, await contextOf([c], deps));
};

const contextOf = async (cases: readonly Case[], { people, platforms, clock }: WhomDeps) => {
  const known = new Map<PersonId, Person>();
  for (const id of new Set(cases.flatMap(({ asker, agent }) => [asker, agent]))) {
    const person = id === null ? null : await people.get(id);
    if (person !== null && !person.nobody) known.set(person._id, person);
  }
  return { now: clock(), platforms, person: (id: PersonId) => known.get(id) };
};
