import { isAgent, type Person } from '../people/person.ts';
import type { CaseDeps } from './deps.ts';
import type { CaseLine, CaseReply } from './notice.ts';
import { partOfNow } from './part-of-now.ts';

const MOST_LINES = 10;
const SNIPPET = 80;

/** What a person asks, has or is offered, and the common list when they are an agent. */
export const myCases = async (person: Person, deps: Pick<CaseDeps, 'cases' | 'people'>): Promise<CaseReply> => {
  const own = await deps.cases.of(person._id, MOST_LINES + 1);
  const shared = isAgent(person) ? await deps.cases.shared() : [];
  const all = [...own, ...shared.filter((c) => !own.some((mine) => mine._id === c._id))];
  const lines: CaseLine[] = [];
  for (const c of all) {
    const part = await partOfNow(c, person, deps);
    if (part === 'stranger' || part === 'past') continue;
    const next = (c.turnOf === 'asker') === (part === 'asker') ? 'you' : 'other';
    lines.push({ id: c._id, number: c.number, state: c.state, role: part, snippet: c.text.slice(0, SNIPPET), next });
  }
  return { kind: 'my-cases', cases: lines.slice(0, MOST_LINES), more: lines.length > MOST_LINES };
};
