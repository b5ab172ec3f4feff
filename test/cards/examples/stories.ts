import { caseId, meetingId, storyId } from '../../../bot/ids.ts';
import type { HrStoryView, MeetingView, StoryAgentView, TellerView } from '../../../bot/stories/notice.ts';
import type { StoryState } from '../../../bot/stories/story.ts';
import { masked } from '../../support/fixtures/builders.ts';
import { now } from './base.ts';
import type { ExamplesOf } from './examples-of.ts';
import { METTE } from './turns.ts';

/** Stories, as the one who asked, the one who answered, and HR see them. */

const PROPOSAL = [
  'Dilemmaet: Naboerne vil have en bænk på hjørnet, men den kan stå i vejen for rengøringen.',
  'Rådet: Gå derned sammen, før nogen tegner noget. Sig fra starten, hvad der ligger fast.',
  'Det lærte jeg: At det hjælper at gå derned i stedet for at skrive.',
].join('\n');

const seen = { id: storyId('s7Qd2'), rev: 1, text: masked(PROPOSAL), principle: 'tydelig-ramme' } as const;
const ofTwo = {
  ...seen,
  case: caseId('k3Rw8pLz1'),
  number: 42,
  may: { approve: false, edit: false },
  reason: null,
} as const;

const teller = <State extends StoryState>(state: State, over: Partial<TellerView> = {}) => ({
  kind: 'story' as const,
  view: { ...ofTwo, viewer: 'teller' as const, agent: 'Jonas Holm', warning: null, edited: false, ...over, state },
});
const agent = <State extends StoryState>(state: State, over: Partial<StoryAgentView> = {}) => ({
  kind: 'story' as const,
  view: { ...ofTwo, viewer: 'agent' as const, teller: METTE, ...over, state },
});
const hr = <State extends HrStoryView['state']>(state: State) => ({
  kind: 'story' as const,
  view: { ...seen, viewer: 'hr' as const, state, language: 'da' as const },
});

const OPEN = { may: { approve: true, edit: true } };
const EDITS = { may: { approve: false, edit: true } };
const GONE = { text: masked('') };
const REASON = { reason: masked('En borger kan genkendes på den bænk, der er nævnt.') };

export const STORIES = {
  'story-proposed': teller('proposed', OPEN),
  'story-edited': teller('proposed', { ...OPEN, edited: true }),
  'story-edited-danger': teller('proposed', {
    ...OPEN,
    edited: true,
    warning: { matters: [{ kind: 'danger', contact: null }], hidden: [], named: false, deletable: false },
  }),
  'story-alone': teller('proposed', { ...OPEN, agent: null }),
  'story-said-yes': teller('approved', EDITS),
  'story-told': teller('published', EDITS),
  'story-back': teller('withdrawn', GONE),
  'story-down': teller('taken-down', REASON),
  'story-agent-asked': agent('approved', OPEN),
  'story-agent-asked-anonymous': agent('approved', { ...OPEN, teller: { as: 'anonymous' } }),
  'story-agent-waits': agent('proposed'),
  'story-agent-told': agent('published'),
  'story-agent-back': agent('withdrawn', GONE),
  'story-agent-down': agent('taken-down', REASON),
  'story-hr': hr('published'),
  'story-hr-down': hr('taken-down'),
} satisfies ExamplesOf<'story'>;

const meeting = <const View extends Pick<MeetingView, 'viewer' | 'state'>>(view: View) =>
  ({
    kind: 'meeting',
    view: {
      story: storyId('s7Qd2'),
      meeting: meetingId('m4Tz'),
      rev: 3,
      now,
      told: masked('Vi gik derned sammen med naboerne, før nogen tegnede noget.'),
      ...view,
    },
  }) as const;

const LINE = masked('Jeg skal samme vej med vores legeplads. Har du ti minutter?');
const contact = { unit: 'Park og Vej', phone: '70 00 01 02', chat: null } as const;

export const MEETINGS = {
  'meeting-asked': meeting({
    viewer: 'teller',
    state: 'asked',
    writer: { name: 'Per Dam', unit: 'Kultur og Fritid' },
    text: LINE,
    until: new Date('2026-11-24T13:15:00.000Z'),
  }),
  'meeting-accepted': meeting({ viewer: 'teller', state: 'accepted', writer: 'Per Dam', text: LINE, contact }),
  'meeting-over': meeting({ viewer: 'teller', state: 'over' }),
  'meeting-yes': meeting({ viewer: 'writer', state: 'accepted', teller: 'Mette Krogh', contact }),
} satisfies ExamplesOf<'meeting'>;

export const STORY_HELPED = { 'story-helped': { kind: 'story-helped' } } as const satisfies ExamplesOf<'story-helped'>;

export const STORY_REPLIES = {
  'story-moved': { kind: 'story-moved', to: null },
  'story-moved-to-teams': { kind: 'story-moved', to: 'teams' },
} as const satisfies ExamplesOf<'story-moved'>;

export const SEARCH_WHAT = { 'search-what': { kind: 'search-what' } } as const satisfies ExamplesOf<'search-what'>;

export const FOUND = {
  found: {
    kind: 'found',
    stories: [masked(PROPOSAL), masked('We asked the neighbours first. It took an hour and saved ten complaints.')],
    more: 3,
    principles: ['bygger-bro'],
  },
  'found-principle': { kind: 'found', stories: [], more: 0, principles: ['lytter-foerst'] },
  'found-nothing': { kind: 'found', stories: [], more: 0, principles: [] },
} satisfies ExamplesOf<'found'>;

export const STORY_LIST = {
  stories: {
    kind: 'stories',
    stories: [
      { id: storyId('s7Qd2'), week: '2026-W48', principle: 'tydelig-ramme', text: masked(PROPOSAL) },
      {
        id: storyId('s1Kp9'),
        week: '2026-W46',
        principle: 'bygger-bro',
        text: masked('We asked the neighbours first. It took an hour and saved ten complaints.'),
      },
    ],
    next: { id: storyId('s1Kp9'), week: '2026-W46' },
  },
  'stories-none': { kind: 'stories', stories: [], next: null },
} satisfies ExamplesOf<'stories'>;
