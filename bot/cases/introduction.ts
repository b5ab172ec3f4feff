import type { PersonId } from '../ids.ts';
import type { Case, CaseFields } from './case.ts';
import type { CaseEvent } from './journal.ts';

/** A third colleague whom the agent proposes to the asker (docs/rules.md, "Introductions"). */
export type Introduction = {
  /** The agent who proposed it. */
  by: PersonId;
  who: PersonId;
  /** The index of the turn with the agent's line, which both the asker and the colleague read. */
  turn: number;
  at: Date;
  /** If whoever was asked last has not answered by then, it lapses. */
  until: Date;
  /**
   * Whose answer it waits for: the asker's, then the colleague's. `made`: both said yes. `ended`: the case went on
   * without it.
   */
  state: 'asker' | 'colleague' | 'made' | 'declined' | 'lapsed' | 'ended';
  /** When the colleague was asked; null while they know nothing of it. */
  putAt: Date | null;
};

type Introduced = Pick<Case, 'introductions'>;

const isOpen = ({ state }: Introduction): boolean => state === 'asker' || state === 'colleague';

/** The introduction that waits for a yes or no; there is one at most. */
export const openIntroduction = ({ introductions = [] }: Introduced): Introduction | null =>
  introductions.find(isOpen) ?? null;

/** The newest introduction, whatever became of it. */
export const latestIntroduction = ({ introductions = [] }: Introduced): Introduction | null =>
  introductions.at(-1) ?? null;

/** The newest introduction that this colleague was asked about; null when nobody asked them. */
export const introductionPutTo = ({ introductions = [] }: Introduced, person: PersonId): Introduction | null =>
  introductions.findLast(({ who, putAt }) => who === person && putAt !== null) ?? null;

/** Everybody whom the introductions of a case name. */
export const peopleIntroduced = ({ introductions = [] }: Introduced): PersonId[] =>
  introductions.flatMap(({ by, who }) => [by, who]);

/**
 * The colleagues who know the name of an anonymous asker. They never get to read the dilemma: then they would know whose
 * it is (docs/rules.md, "Introductions").
 */
export const whoKnowTheName = ({ anonymous, introductions = [] }: Introduced & Pick<Case, 'anonymous'>): PersonId[] =>
  anonymous ? introductions.filter(({ state }) => state === 'made').map(({ who }) => who) : [];

/** The introductions of a case, with the open one changed. */
export const withOpen = (c: Introduced, change: Partial<Introduction>): Introduction[] =>
  (c.introductions ?? []).map((one) => (isOpen(one) ? { ...one, ...change } : one));

type CalledOff = {
  set: Partial<CaseFields>;
  events: (Pick<CaseEvent, 'kind'> & { about: PersonId })[];
  /** A colleague whose question no longer holds. */
  asked: PersonId | null;
};

/**
 * Calls off an open introduction when the agent who proposed it no longer has the case, or the case is over. Every
 * change of a case passes through here, so that nobody is left with a question that leads nowhere.
 */
export const calledOff = (after: Pick<Case, 'state' | 'agent' | 'introductions'>): CalledOff => {
  const open = openIntroduction(after);
  const stands = (after.state === 'active' || after.state === 'answered') && open?.by === after.agent;
  if (open === null || stands) return { set: {}, events: [], asked: null };
  return {
    set: { introductions: withOpen(after, { state: 'ended' }) },
    events: [{ kind: 'introduction-ended', about: open.who }],
    asked: open.state === 'colleague' ? open.who : null,
  };
};
