import { randomBytes } from 'node:crypto';
import type { Case } from '../cases/case.ts';
import { nextDue } from '../cases/due.ts';
import { wantsStory } from '../cases/wants-story.ts';
import { type CaseId, type PersonId, storyId } from '../ids.ts';
import { storyMessageId } from '../messages/ids.ts';
import { answer, ping } from '../messages/owed.ts';
import { NO_WORDS } from '../privacy/mask.ts';
import { retryOnConflict } from '../retry-on-conflict.ts';
import { type Named, namesSomebody, withoutNames } from './clean-words.ts';
import type { StoryDeps } from './deps.ts';
import { proposalText } from './proposal-text.ts';
import type { Story } from './story.ts';

export type ProposeDeps = Pick<StoryDeps, 'cases' | 'people' | 'stories' | 'clock' | 'time' | 'warningWords'>;

/**
 * Proposes a story from a case whose asker said yes to one, once; each step can be repeated. `by`: whose press it answers;
 * null when the clock makes up for a process that died. Returns whether there is a new one.
 */
export const proposeStory = async (id: CaseId, by: PersonId | null, deps: ProposeDeps): Promise<boolean> =>
  retryOnConflict(`the story of ${id}`, async () => {
    const c = await deps.cases.get(id);
    if (c === null || !wantsStory(c)) return false;
    const known = await deps.stories.ofCase(id);
    const story = known ?? (await newStory(c, by, deps));
    if (known === null && !(await deps.stories.add(story))) return null;
    const after = { ...c, story: story._id };
    const noted = { set: { story: story._id, dueAt: nextDue(after, deps.time) }, turns: [], events: [], owes: [] };
    return (await deps.cases.change(id, c.rev, noted, null)) ? true : null;
  });

const newStory = async (c: Case, by: PersonId | null, deps: ProposeDeps): Promise<Story> => {
  const { clock, time, warningWords } = deps;
  const people = await peopleOf(c, deps);
  const text = proposalText(c, (part) => {
    const cleaned = withoutNames(part, people, c.language, warningWords);
    return namesSomebody(cleaned, warningWords) ? NO_WORDS : cleaned;
  });
  // Random, because whoever reads the story must not learn from it whose case it was, or when.
  const id = storyId(`s${randomBytes(15).toString('base64url')}`);
  const now = clock();
  const say = { kind: 'story', story: id } as const;
  const message = storyMessageId(id, 0, 0);
  return {
    _id: id,
    rev: 0,
    state: 'proposed',
    case: c._id,
    teller: c.asker,
    agent: c.agent,
    principle: c.principle,
    topic: c.topic,
    language: c.language,
    text,
    wordsFrom: 0,
    approvals: { teller: null, agent: null },
    publishedIn: null,
    reason: null,
    meetings: [],
    receipts: [],
    owes: [by === c.asker ? answer(message, by, say, now) : ping(message, c.asker, say, time.nextOpen(now))],
  };
};

/** Everybody who is not to be named in the story of a case. */
export const peopleOf = async (c: Case, { people }: { people: Pick<StoryDeps['people'], 'get'> }): Promise<Named[]> => {
  const ids = new Set([c.asker, c.agent, ...c.turns.map(({ who }) => who)]);
  const found = await Promise.all([...ids].map((id) => (id === null ? null : people.get(id))));
  const known = found.filter((person) => person !== null);
  const [asker] = known;
  // The asker wrote from the unit they had then.
  return asker === undefined ? [] : [...known, { ...asker, unit: c.unit }];
};
