import { isAgent, type Person } from '../people/person.ts';
import { beginning } from '../privacy/mask.ts';
import type { CaseDeps } from './deps.ts';
import { introductionLine } from './introduction-line.ts';
import type { CaseLine, CaseReply, IntroductionLine } from './notice.ts';
import { partOfNow } from './part-of-now.ts';

const MAX_LINES = 10;
const MAX_SNIPPET_LENGTH = 80;
const MAX_QUESTIONS = 5;
/** How many cases are read before sorting: an old case that waits comes before many closed ones. */
const MAX_READ = 100;

/** What waits for the person comes first, then what waits for others, then closed cases, and withdrawn ones last. */
const rankOf = ({ state, next }: CaseLine): number =>
  state === 'withdrawn' ? 3 : state === 'closed' ? 2 : next === 'you' ? 0 : 1;

/**
 * The cases a person asked, has or is offered, and for agents the common list; newest first within each rank. Whether
 * they want to meet a colleague is asked beside them.
 */
export const myCases = async (
  person: Person,
  deps: Pick<CaseDeps, 'cases' | 'people' | 'clock'>,
): Promise<CaseReply> => {
  const own = await deps.cases.of(person._id, MAX_READ);
  const shared = isAgent(person) ? await deps.cases.shared() : [];
  const all = [...own, ...shared.filter((c) => !own.some((mine) => mine._id === c._id))];
  const lines: CaseLine[] = [];
  const questions: IntroductionLine[] = [];
  for (const c of all) {
    const part = await partOfNow(c, person, deps);
    const question = part === 'stranger' ? null : await introductionLine(c, person._id, deps.people);
    if (question !== null) questions.push(question);
    if (part === 'stranger' || part === 'past' || part === 'introduced') continue;
    const isAsked = part === 'handed' || part === 'invited';
    const isTurn = part !== 'co-agent' && (c.turnOf === 'asker') === (part === 'asker');
    const next = isAsked || isTurn ? 'you' : 'other';
    lines.push({
      id: c._id,
      number: c.number,
      state: c.state,
      role: part,
      snippet: c.state === 'withdrawn' && part !== 'asker' ? null : beginning(c.text, MAX_SNIPPET_LENGTH),
      next,
    });
  }
  lines.sort((a, b) => rankOf(a) - rankOf(b));
  return {
    kind: 'my-cases',
    now: deps.clock(),
    cases: lines.slice(0, MAX_LINES),
    more: lines.length > MAX_LINES,
    questions: questions.slice(0, MAX_QUESTIONS),
  };
};
