import { managersAbove } from '../people/managers.ts';
import { isAgent, type Person } from '../people/person.ts';
import { beginning } from '../privacy/mask.ts';
import type { Case } from './case.ts';
import type { CaseDeps } from './deps.ts';
import type { CaseLine, CaseReply } from './notice.ts';
import { partOf } from './rules.ts';

export const partIn = async (c: Case, person: Person, { people }: CaseDeps) => {
  const asker = await people.get(c.asker);
  return partOf(c, person, asker === null ? new Set() : await managersAbove(asker, people));
};

const MOST_LINES = 10;
const SNIPPET = 80;

/** What a person asks, has or is offered, and the common list when they are an agent. */
export const myCases = async (person: Person, deps: CaseDeps): Promise<CaseReply> => {
  const own = await deps.cases.of(person._id, MOST_LINES + 1);
  const shared = isAgent(person) ? await deps.cases.shared() : [];
  const all = [...own, ...shared.filter((c) => !own.some((mine) => mine._id === c._id))];
  const lines: CaseLine[] = [];
  for (const c of all) {
    const part = await partIn(c, person, deps);
    if (part === 'stranger' || part === 'past') continue;
    const next = (c.turnOf === 'asker') === (part === 'asker') ? 'you' : 'other';
    lines.push({ id: c._id, number: c.number, state: c.state, role: part, snippet: beginning(c.text, SNIPPET), next });
  }
  return { kind: 'my-cases', cases: lines.slice(0, MOST_LINES), more: lines.length > MOST_LINES };
};
