import type { Notice } from '../../bot/notices.ts';
import { ACCESS } from './examples/access.ts';
import { ADMIN } from './examples/admin.ts';
import { AGENT } from './examples/agent.ts';
import { ASKER } from './examples/asker.ts';
import { COLLEAGUE_EXAMPLES } from './examples/colleagues.ts';
import { DRAFTS } from './examples/drafts.ts';
import type { ExamplesByKind, Shows, Variant } from './examples/examples-of.ts';
import { INTRODUCED_SETTLED, INTRODUCTIONS } from './examples/introductions.ts';
import { LINKING } from './examples/linking.ts';
import { CASE_NEWS_EXAMPLES } from './examples/news.ts';
import { NUDGES } from './examples/nudges.ts';
import { OTHERS } from './examples/others.ts';
import { OVERVIEWS } from './examples/overview.ts';
import { PASSAGE_EXAMPLES } from './examples/passages.ts';
import { PEOPLE, PEOPLE_IN_CASES } from './examples/people.ts';
import { REPLIES } from './examples/replies.ts';
import { FOUND, MEETINGS, SEARCH_WHAT, STORIES, STORY_HELPED, STORY_LIST, STORY_REPLIES } from './examples/stories.ts';

/** Example notices, by kind and name; a missing kind does not compile. */
const EXAMPLES_BY_KIND = {
  case: {
    ...ASKER,
    ...AGENT,
    ...CASE_NEWS_EXAMPLES,
    ...PASSAGE_EXAMPLES,
    ...COLLEAGUE_EXAMPLES,
    ...PEOPLE_IN_CASES,
    ...INTRODUCTIONS,
    ...INTRODUCED_SETTLED,
    ...OTHERS.case,
  },
  draft: DRAFTS,
  story: STORIES,
  'story-moved': STORY_REPLIES,
  'story-helped': STORY_HELPED,
  found: FOUND,
  'search-what': SEARCH_WHAT,
  stories: STORY_LIST,
  meeting: MEETINGS,
  ...NUDGES,
  ...REPLIES,
  ...PEOPLE,
  ...LINKING,
  ...ADMIN,
  ...ACCESS,
  ...OVERVIEWS,
  nudge: { ...NUDGES.nudge, ...OTHERS.nudge },
  run: { ...NUDGES.run, ...OTHERS.run },
} satisfies ExamplesByKind;

type Table = typeof EXAMPLES_BY_KIND;
type Example = { [Kind in keyof Table]: Table[Kind][keyof Table[Kind]] }[keyof Table];

/** Does not compile while a notice lacks an example; the error names it. */
export const WITHOUT_EXAMPLE = {} satisfies Record<Exclude<Variant<Notice>, Shows<Example>>, Notice>;

type Named = Readonly<Record<string, Notice>>;
const flat = (byKind: Readonly<Record<string, Named>>): Named => Object.assign({}, ...Object.values(byKind));

/** Every example by name; golden files, pictures and schema checks use it. */
export const EXAMPLES: Named = flat(EXAMPLES_BY_KIND);

/** The examples grouped as in golden files and pictures. */
export const EXAMPLE_GROUPS = {
  draft: DRAFTS,
  asker: ASKER,
  agent: AGENT,
  news: CASE_NEWS_EXAMPLES,
  passages: PASSAGE_EXAMPLES,
  colleagues: COLLEAGUE_EXAMPLES,
  introductions: { ...INTRODUCTIONS, ...INTRODUCED_SETTLED },
  nudge: flat(NUDGES),
  reply: { ...flat(REPLIES), ...flat(OVERVIEWS) },
  people: { ...PEOPLE_IN_CASES, ...flat(PEOPLE) },
  linking: flat(LINKING),
  admin: { ...flat(ADMIN), ...flat(ACCESS) },
  stories: { ...STORIES, ...MEETINGS, ...STORY_HELPED, ...STORY_REPLIES, ...FOUND, ...SEARCH_WHAT, ...STORY_LIST },
  others: flat(OTHERS),
} satisfies Record<string, Named>;
