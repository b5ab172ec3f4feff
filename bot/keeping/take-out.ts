import type { Recorded } from '../audit/record.ts';
import type { Case } from '../cases/case.ts';
import { owedFor, updateAll } from '../cases/move.ts';
import type { Cases } from '../cases/port.ts';
import { changedWords, type WordFields, type WordsOfCase } from '../cases/words-of-case.ts';
import type { Draft } from '../drafts/draft.ts';
import type { CaseId } from '../ids.ts';
import { storyMessageId } from '../messages/ids.ts';
import { update } from '../messages/owed.ts';
import type { Masked } from '../privacy/mask.ts';
import { createTakeWordsOut, phrasesIn, type TakeWordsOut } from '../privacy/take-words-out.ts';
import { Refusal } from '../refusal.ts';
import { retryOnConflict } from '../retry-on-conflict.ts';
import type { Story } from '../stories/story.ts';
import type { Clock } from '../time/clock.ts';
import type { WorkingTime } from '../time/working-time.ts';
import type { Language } from '../words.ts';
import type { CardsAbout, CasesWithWords, DraftsOfCase, ExamplesOfCase, StoryOfCase } from './port.ts';

/** Where words can stand that belong to a case. */
export const PLACES = ['dilemma', 'talk', 'notes', 'answer', 'story', 'drafts', 'examples'] as const;
export type Place = (typeof PLACES)[number];
export type Places = Record<Place, number>;

export const PLACE_OF: Record<WordFields<Case>, Place> = {
  text: 'dilemma',
  turns: 'talk',
  invitations: 'talk',
  notes: 'notes',
  hold: 'notes',
  answer: 'answer',
  step: 'answer',
  proposal: 'answer',
  followUp: 'answer',
};

const TOKENS = { da: '[taget ud]', en: '[taken out]' } as const satisfies Record<Language, string>;

export type TakeOutDeps = {
  cases: Pick<Cases, 'byNumber'>;
  casesWithWords: CasesWithWords;
  storyOfCase: StoryOfCase;
  draftsOfCase: DraftsOfCase;
  examplesOfCase: ExamplesOfCase;
  cardsAbout: Pick<CardsAbout, 'readersOf'>;
  leftovers: { purge(): Promise<void> };
  clock: Clock;
  time: WorkingTime;
};

type LookDeps = Pick<TakeOutDeps, 'cases' | 'storyOfCase' | 'draftsOfCase' | 'examplesOfCase'>;

export const sumOf = (places: Places): number => Object.values(places).reduce((sum, count) => sum + count, 0);

export const nowhere = (): Places => ({ dilemma: 0, talk: 0, notes: 0, answer: 0, story: 0, drafts: 0, examples: 0 });

/** Counts the places, and takes the words out of them as it goes. */
const counting = (take: TakeWordsOut, token: `[${string}]`) => {
  const places = nowhere();
  const out = (text: Masked, place: Place): Masked => {
    const { text: rest, places: found } = take(text, token);
    places[place] += found;
    return rest;
  };
  return { places, out };
};

const takerOf = (words: string): TakeWordsOut => {
  const phrases = phrasesIn(words);
  if (phrases === null) throw new Refusal('words-too-short');
  return createTakeWordsOut(phrases);
};

/** @throws Refusal no-such-case, case-held */
const caseToChange = async (number: number, { cases }: Pick<TakeOutDeps, 'cases'>): Promise<Case> => {
  const c = await cases.byNumber(number);
  if (c === null) throw new Refusal('no-such-case');
  // What somebody asked to see must stay as it was (docs/rules.md, "Legal holds").
  if (c.hold !== undefined) throw new Refusal('case-held');
  return c;
};

/**
 * How often words stand in a case and in what came of it, without showing any text. @throws Refusal no-such-case, case-held,
 * words-too-short
 */
export const lookForWords = async (number: number, words: string, deps: LookDeps): Promise<Places> => {
  const take = takerOf(words);
  const c = await caseToChange(number, deps);
  const { places, out } = counting(take, TOKENS[c.language]);
  changedWords(c, (text, where) => out(text, PLACE_OF[where]));
  const story = await deps.storyOfCase.ofCase(c._id);
  if (story !== null) storyWithout(story, (text) => out(text, 'story'));
  for (const draft of await draftsOf(c, deps)) draftWithout(draft, (text) => out(text, 'drafts'));
  await deps.examplesOfCase.change(c._id, (text) => out(text, 'examples'), 'look');
  return places;
};

/**
 * Takes words out of a case and of what came of it, for ever. Its readers' cards are drawn anew, and the words leave the
 * files of the embedded store at once. Safe to repeat. @throws what `lookForWords` throws
 */
export const takeOut = async (
  number: number,
  words: string,
  deps: TakeOutDeps,
  _recorded: Recorded<'take-out'>,
): Promise<void> => {
  const take = takerOf(words);
  const { _id: id, language } = await caseToChange(number, deps);
  const without = (text: Masked): Masked => take(text, TOKENS[language]).text;
  await deps.examplesOfCase.change(id, without, 'take');
  await retryOnConflict(`drafts of case ${number}`, async () => {
    const c = await caseToChange(number, deps);
    for (const draft of await draftsOf(c, deps)) {
      const set = draftWithout(draft, without);
      if (!(await deps.draftsOfCase.change(draft._id, draft.rev, { set, owes: [] }, null))) return null;
    }
    return 'done';
  });
  await retryOnConflict(`story of case ${number}`, async () => {
    const story = await deps.storyOfCase.ofCase(id);
    if (story === null) return 'done';
    const owes = [story.teller, story.agent].flatMap((to, nth) =>
      to === null
        ? []
        : [
            update(
              storyMessageId(story._id, story.rev + 1, nth),
              to,
              { kind: 'story' as const, story: story._id },
              deps.clock(),
            ),
          ],
    );
    const change = { set: storyWithout(story, without), owes };
    return (await deps.storyOfCase.change(story._id, story.rev, change, null)) ? 'done' : null;
  });
  await retryOnConflict(`case ${number}`, async () => {
    const c = await caseToChange(number, deps);
    const readers = updateAll(await deps.cardsAbout.readersOf(id));
    const context = { now: deps.clock(), actor: null, time: deps.time };
    const owes = owedFor(c, c.rev + 1, readers, context, c.turns.length);
    const parts: WordsOfCase = changedWords(c, without);
    return (await deps.casesWithWords.changeWords(id, c.rev, parts, owes)) ? 'done' : null;
  });
  await deps.leftovers.purge();
};

/** The drafts of a case: those whose words went there, and those that were written to it and are not sent. */
const draftsOf = async (
  { _id, asker, agent }: Pick<Case, '_id' | 'asker' | 'agent'>,
  { draftsOfCase }: Pick<TakeOutDeps, 'draftsOfCase'>,
): Promise<Draft[]> => {
  const sent = await draftsOfCase.sentTo(_id);
  const theirs = [];
  for (const person of [asker, agent]) if (person !== null) theirs.push(...(await draftsOfCase.openOf(person)));
  const about = (draft: Draft, id: CaseId) => draft.answers === id || draft.sentTo?.case === id;
  return [...new Map([...sent, ...theirs.filter((draft) => about(draft, _id))].map((one) => [one._id, one])).values()];
};

const draftWithout = (draft: Draft, change: (text: Masked) => Masked): Pick<Draft, 'text' | 'lines'> => ({
  text: change(draft.text),
  lines: draft.lines.map((line) => ({ ...line, text: change(line.text) })),
});

const storyWithout = (story: Story, change: (text: Masked) => Masked): Pick<Story, 'text' | 'reason' | 'meetings'> => ({
  text: change(story.text),
  reason: story.reason === null ? null : change(story.reason),
  meetings: story.meetings.map((one) => ({ ...one, text: change(one.text) })),
});
