import { loadContent } from '../app/content/load-content.ts';
import { principleWords } from '../app/open-story-search.ts';
import { type StoryId, storyId } from '../bot/ids.ts';
import { type Masked, maskPersonalNumbers } from '../bot/privacy/mask.ts';
import { closenessOf, isClose } from '../bot/stories/search/closeness.ts';
import { createStorySearch } from '../bot/stories/search/story-search.ts';
import { createVocabulary, type Vocabulary } from '../bot/stories/search/vocabulary.ts';
import { MAX_STORY_LENGTH, type PublishedStory } from '../bot/stories/story.ts';
import type { Row } from './table.ts';

const STORIES = 10_000;
const QUERIES = 400;
/** The reference is slow, so it answers fewer. */
const SCANNED = 20;
const TARGET_MS = 10;
const WORDS = 3;

/**
 * Stories among 10,000: the three closest to a dilemma, and what holds some words; beside a look at every story in turn.
 * Stories are made of the dilemmas that come with Sammen, up to the length that a story may have.
 */
export const stories = async (): Promise<Row[]> => {
  const { dilemmas, principles } = loadContent();
  const texts = dilemmas.map(({ text }) => text);
  const vocabulary = createVocabulary(texts);
  const all = Array.from({ length: STORIES }, (_, i) => storyOf(i, texts));
  const search = createStorySearch({
    stories: { publishedAfter: async (after, limit) => pageAfter(all, after, limit), changedSince: async () => [] },
    vocabulary,
    principles: principleWords(principles),
  });
  const masked = texts.map((text): Masked => maskPersonalNumbers(text, { phones: [] }).text);
  const asked = Array.from({ length: QUERIES }, (_, i) => masked[(i * 11) % masked.length]).filter(isThere);
  const begun = performance.now();
  await search.warm();
  const read = performance.now() - begun;
  const even = () => 1 / 6;
  const near = await timesOf(asked, (text) => search.near(text, even));
  const found = await timesOf(
    asked.map((text) => tellingWords(text, vocabulary)),
    (text) => search.find(text, 'da'),
  );
  const words = all.map(({ text }) => vocabulary.read(text));
  const scan = await timesOf(asked.slice(0, SCANNED), async (text) => {
    const own = vocabulary.read(text);
    return words.map((story) => closenessOf(own, story, 1 / 6)).filter(isClose);
  });
  const row = (bench: string, times: readonly number[]): Row => ({
    bench: `${bench} (${STORIES})`,
    measured: inWords(times),
    reference: `a linear scan: ${inWords(scan)}`,
    target: `p99 < ${TARGET_MS} ms`,
    held: p99(times) < TARGET_MS,
  });
  return [
    row('stories close to a dilemma', near),
    row('stories that hold words', found),
    {
      bench: `stories read into the index (${STORIES})`,
      measured: `${Math.round(read)} ms`,
      reference: '-',
      target: 'in the background',
      held: true,
    },
  ];
};

const storyOf = (i: number, texts: readonly string[]): PublishedStory => {
  const parts = [1, 7, 13].map((step) => texts[(i * step + step * 31) % texts.length] ?? '');
  const text = parts.join(' ').slice(0, MAX_STORY_LENGTH);
  return {
    _id: storyId(`story-${String(i).padStart(6, '0')}`),
    principle: 'lytter-foerst',
    topic: 'borgerdialog',
    language: 'da',
    text: maskPersonalNumbers(text, { phones: [] }).text,
    week: '2026-W49',
  };
};

const pageAfter = (all: readonly PublishedStory[], after: StoryId | '', limit: number): PublishedStory[] => {
  const from = all.findIndex(({ _id }) => _id > after);
  return from < 0 ? [] : all.slice(from, from + limit);
};

/** As people search: by the words that say most. */
const tellingWords = (text: Masked, { read }: Pick<Vocabulary, 'read'>): Masked => {
  const words = text.split(/\s+/u).toSorted((a, b) => (read(b)[0]?.weight ?? 0) - (read(a)[0]?.weight ?? 0));
  return maskPersonalNumbers(words.slice(0, WORDS).join(' '), { phones: [] }).text;
};

const timesOf = async <Asked>(asked: readonly Asked[], answer: (one: Asked) => Promise<unknown>): Promise<number[]> => {
  const times: number[] = [];
  for (const one of asked) {
    const begun = usedMs();
    await answer(one);
    times.push(usedMs() - begun);
  }
  return times.toSorted((a, b) => a - b);
};

/** The time of the processors that this process has used: what else runs on the machine is none of the search's. */
const usedMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const isThere = <T>(one: T | undefined): one is T => one !== undefined;
const at = (times: readonly number[], share: number): number => times[Math.ceil(times.length * share) - 1] ?? 0;
const p99 = (times: readonly number[]): number => at(times, 0.99);
const inWords = (times: readonly number[]): string =>
  `p50 ${at(times, 0.5).toFixed(1)} ms, p99 ${p99(times).toFixed(1)} ms of CPU`;
