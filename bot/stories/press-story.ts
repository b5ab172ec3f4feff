import type { Case } from '../cases/case.ts';
import { shownStoryId } from '../messages/ids.ts';
import type { Outbox } from '../messages/outbox.ts';
import { update } from '../messages/owed.ts';
import type { Person } from '../people/person.ts';
import type { Changed } from '../presses/once.ts';
import { Refusal } from '../refusal.ts';
import { retryOnConflict } from '../retry-on-conflict.ts';
import { weekOf } from '../time/iso-week.ts';
import type { StoryCommand } from './command.ts';
import type { StoryDeps } from './deps.ts';
import { moveStory, type StoryMove } from './move-story.ts';
import { peopleOf } from './propose.ts';
import { caseRefusal, isOver, storyPartOf, storyRefusal } from './rules.ts';
import type { StorySaying } from './saying.ts';
import type { Story } from './story.ts';
import { owedAfter } from './tell-two.ts';

type Wanted = { command: StoryCommand; person: Person; receipt: string; seen: number | undefined };
export type PressStoryDeps = Pick<StoryDeps, 'cases' | 'people' | 'stories' | 'clock' | 'time' | 'warningWords'> & {
  outbox: Outbox<StorySaying>;
};

/**
 * Applies a command of one of a story's two, or of HR, once per receipt. A card whose action is no longer allowed shows
 * what is true now. @throws Refusal
 */
export const pressStory = async (
  command: StoryCommand,
  person: Person,
  { receipt, rev: seen }: { receipt: string; rev: number | undefined },
  deps: PressStoryDeps,
): Promise<Changed> =>
  retryOnConflict('a story', async () => {
    const found = await storyMeant(command, person, deps);
    const wanted = { command, person, receipt, seen };
    try {
      return await changeStory(found, wanted, deps);
    } catch (error) {
      if (error instanceof Refusal && error.code !== 'not-found' && error.field === null) {
        const say = { kind: 'story', story: found.story._id } as const;
        await deps.outbox.add([update(shownStoryId(receipt), person._id, say, deps.clock())]);
      }
      throw error;
    }
  });

type Found = { story: Story; c: Case | null };

/** The story that a command is about. @throws Refusal when there is none that this person may know */
const storyMeant = async (command: StoryCommand, person: Person, deps: PressStoryDeps): Promise<Found> => {
  if (command.verb === 'withdraw-story') {
    const story = await deps.stories.get(command.story);
    if (story === null || storyPartOf(story, person) === 'stranger') throw new Refusal('not-found');
    return { story, c: await deps.cases.get(story.case) };
  }
  const c = await deps.cases.get(command.case);
  const story = await deps.stories.ofCase(command.case);
  const isOfTwo = story === null ? c?.asker === person._id || c?.agent === person._id : isTeller(story, person);
  if (c === null || !isOfTwo) throw new Refusal('not-found');
  if (story === null) throw new Refusal(caseRefusal(c) ?? 'no-story');
  return { story, c };
};

const isTeller = (story: Story, person: Person): boolean => {
  const part = storyPartOf(story, person);
  return part === 'teller' || part === 'agent';
};

/** Returns null when another write came first. */
const changeStory = async ({ story, c }: Found, wanted: Wanted, deps: PressStoryDeps): Promise<Changed | null> => {
  const { command, person, receipt, seen } = wanted;
  const part = storyPartOf(story, person);
  const isKnown = story.receipts.includes(receipt);
  const people = c === null ? [] : await peopleOf(c, deps);
  const unit = (story.teller === null ? null : await deps.people.get(story.teller))?.unit ?? null;
  const { clock, time, warningWords } = deps;
  const now = clock();
  const week = () => weekOf(time.localDate(now));
  const think = (): StoryMove | null => {
    const verb = command.verb === 'approve-story' && command.approve === 'no' ? 'approve-story:no' : command.verb;
    const refusal = storyRefusal(verb, story, c, part, seen);
    if (refusal === 'story-over' && isRepeatedEnd(command, story)) return null;
    if (refusal !== null) throw new Refusal(refusal);
    return moveStory(command, { story, part, now, week, unit, people, warningWords });
  };
  const move = think();
  if (move === null) return 'repeated';
  // It was pressed before, and somebody undid what it did.
  if (isKnown) return 'undone';
  const owes = owedAfter(story, move, person._id, { now, time });
  return (await deps.stories.change(story._id, story.rev, { set: move.set, owes }, receipt)) ? 'done' : null;
};

/** A no, or taking it back, again. */
const isRepeatedEnd = (command: StoryCommand, story: Story): boolean =>
  isOver(story) &&
  story.state === 'withdrawn' &&
  (command.verb === 'withdraw-story' || (command.verb === 'approve-story' && command.approve === 'no'));
