import type { Case } from '../../bot/cases/case.ts';
import { caseId, type PersonId, personId, storyId } from '../../bot/ids.ts';
import type { Story } from '../../bot/stories/story.ts';
import { dayIn, type Week, weekAfter, weekOf } from '../../bot/time/iso-week.ts';
import type { WorkingTime } from '../../bot/time/working-time.ts';
import { DEMO_STORIES, type DemoStory, YEARS_STORIES } from './demo-story-words.ts';
import { masked } from './demo-words.ts';

/** How many weeks lie between two stories of a new sandbox. */
const WEEKS_APART = 2;

/** What a new sandbox's colleagues have told: no case of the sandbox belongs to it. The same stories in every run. */
export const sandboxStories = (people: readonly PersonId[], thisWeek: Week): Story[] =>
  DEMO_STORIES.map((told, nth) =>
    published(told, `demo-story-${nth + 1}`, {
      case: caseId(`demo-story-case-${nth + 1}`),
      teller: people.find((id) => id === personId(told.teller)) ?? null,
      agent: people.find((id) => id === personId(told.agent)) ?? null,
      publishedIn: weekAfter(thisWeek, -1 - nth * WEEKS_APART),
    }),
  );

type Told = Pick<DemoStory, 'principle' | 'topic' | 'language' | 'text'>;
type Of = Pick<Story, 'case' | 'teller' | 'agent'> & { publishedIn: Week };

const published = ({ principle, topic, language, text }: Told, id: string, of: Of): Story => {
  const at = new Date(dayIn(of.publishedIn, 'mon'));
  return {
    _id: storyId(id),
    rev: 0,
    state: 'published',
    principle,
    topic,
    language,
    text: masked(text),
    wordsFrom: 0,
    approvals: { teller: at, agent: at },
    reason: null,
    meetings: [],
    receipts: [],
    owes: [],
    ...of,
  };
};

/**
 * Lets some of the made-up cases become stories, spread over the years: closed ones, of a story's principle, whose asker
 * said that the step was taken. Returns the cases as they are then, and the stories.
 */
export const withStories = (
  cases: readonly Case[],
  { time }: { time: Pick<WorkingTime, 'localDate'> },
): { cases: Case[]; stories: Story[] } => {
  const stories = new Map<string, Story>();
  for (const [nth, told] of YEARS_STORIES.entries()) {
    const from = Math.floor((cases.length * (nth + 1)) / (YEARS_STORIES.length + 1));
    const c = cases.slice(from).find((one) => isFit(one, told) && !stories.has(one._id));
    if (c?.followUp?.saidAt == null) continue;
    const { asker: teller, agent, _id, topic } = c;
    const publishedIn = weekOf(time.localDate(c.followUp.saidAt));
    stories.set(
      _id,
      published({ ...told, topic }, `demo-years-story-${nth + 1}`, { case: _id, teller, agent, publishedIn }),
    );
  }
  return {
    cases: cases.map((c) => {
      const story = stories.get(c._id);
      return story === undefined || c.followUp === null
        ? c
        : { ...c, story: story._id, followUp: { ...c.followUp, story: 'yes' as const } };
    }),
    stories: [...stories.values()],
  };
};

const isFit = ({ state, principle, followUp }: Case, told: Told): boolean =>
  state === 'closed' && principle === told.principle && followUp?.kept === 'yes';
