import type { Person } from '../people/person.ts';
import type { Case } from './case.ts';
import type { CaseDeps } from './deps.ts';
import { partOfNow } from './part-of-now.ts';
import type { CaseLists } from './port.ts';
import { refusalFor } from './rules.ts';

/** A case in which a person may go on writing, and as which side (docs/rules.md, "Writing to a colleague"). */
export type OpenTalk = { case: Case; part: 'asker' | 'agent' };

type TalkDeps = {
  cases: Pick<CaseLists, 'of' | 'inTalk'>;
  people: Pick<CaseDeps['people'], 'get'>;
  clock: CaseDeps['clock'];
};

const MAX_READ = 20;

/**
 * A person's open talks: those with the newest word first, closed ones last. `offers`, read only when asked for: the
 * cases that wait for the person's answer (an offer, a case that is handed to them, an invitation), and those in which
 * they help and may write a note; newest first.
 */
export const openWork = async (
  person: Person,
  { withOffers }: { withOffers: boolean },
  deps: TalkDeps,
): Promise<{ talks: OpenTalk[]; offers: Case[] }> => {
  const [inTalk, newest] = await Promise.all([
    deps.cases.inTalk(person._id, MAX_READ),
    deps.cases.of(person._id, MAX_READ),
  ]);
  const own = [...new Map([...inTalk, ...newest].map((c) => [c._id, c])).values()];
  const talks = (await Promise.all(own.map((c) => openTalk(c, person, deps)))).filter((talk) => talk !== null);
  return {
    talks: talks.toSorted((a, b) => place(a) - place(b)),
    offers: withOffers ? await offersAmong(newest, person, deps) : [],
  };
};

export const openTalks = async (person: Person, deps: TalkDeps): Promise<OpenTalk[]> =>
  (await openWork(person, { withOffers: false }, deps)).talks;

/** The person's talk in this case; null when they may not write there, or nobody would get what they write. */
const openTalk = async (
  c: Case,
  person: Person,
  { people, clock }: Pick<TalkDeps, 'people' | 'clock'>,
): Promise<OpenTalk | null> => {
  const part = await partOfNow(c, person, { people });
  if (part !== 'asker' && part !== 'agent') return null;
  if (refusalFor(c, 'reply', part, clock()) !== null) return null;
  return (await isHeard(c, part, people)) ? { case: c, part } : null;
};

const place = ({ case: c }: OpenTalk): number => (c.state === 'closed' ? Number.MAX_VALUE : 0) - c.wordAt.getTime();

/**
 * Whether somebody would read the words. An anonymous asker's case always counts: that it did not would tell that they
 * are gone. A manager of the asker's sees nothing of the case, so the asker cannot write to them.
 */
const isHeard = async (c: Case, part: OpenTalk['part'], people: TalkDeps['people']): Promise<boolean> => {
  if (part === 'agent') return c.anonymous || isHere(await people.get(c.asker));
  if (c.agent === null) return true;
  const agent = await people.get(c.agent);
  return isHere(agent) && (await partOfNow(c, agent, { people })) === 'agent';
};

const isHere = (person: Person | null): person is Person => person !== null && person.left === null && !person.nobody;

const offersAmong = async (
  cases: readonly Case[],
  person: Person,
  { people }: Pick<TalkDeps, 'people'>,
): Promise<Case[]> => {
  const parts = await Promise.all(cases.map((c) => partOfNow(c, person, { people })));
  return cases.filter((c, n) => {
    const part = parts[n];
    if (part === 'co-agent') return c.state !== 'closed';
    return part === 'offered' || part === 'handed' || part === 'invited';
  });
};
