import type { Case } from '../cases/case.ts';
import { partOf } from '../cases/rules.ts';
import type { Needs } from '../needs.ts';
import type { CaseLine, Reply } from '../notices.ts';
import { wanted, wishesTold } from '../nudges/press-wish.ts';
import { runTold } from '../nudges/run-view.ts';
import { weekAfter, weekOf } from '../nudges/week.ts';
import type { Saying } from '../owed.ts';
import { adminMenu } from '../people/admin-views.ts';
import { askForCode, partFromOthers } from '../people/linking/ask-for-code.ts';
import { typeCode } from '../people/linking/type-code.ts';
import { managersAbove } from '../people/managers.ts';
import { isAgent, type Person } from '../people/person.ts';
import { profileNotice } from '../people/profile-view.ts';
import { standingsOf } from '../routing/standings.ts';
import type { WordInChat } from './words-in-chat.ts';

const MOST_LINES = 10;

/** What a person gets who writes one of the words Sammen knows. */
export const answerWord = async (word: WordInChat, person: Person, heard: string, needs: Needs): Promise<Saying> => {
  switch (word.word) {
    case 'help':
      return said({ kind: 'help', agent: isAgent(person), link: needs.platforms.length > 1 });
    case 'principles':
      return said({ kind: 'principles' });
    case 'profile':
      return said(await profileNotice(person, 'nothing', needs));
    case 'admin':
      return said(await adminMenu(needs));
    case 'pause':
      return said(await wishesTold('nothing', person, needs));
    case 'stop':
      await needs.readers.change(person._id, { stoppedAt: needs.clock() });
      return said(await wishesTold('stopped', person, needs));
    case 'start':
      await needs.readers.change(person._id, wanted(needs.time.localDate(needs.clock())));
      return said(await wishesTold('resumed', person, needs));
    case 'preview':
      return said(await runTold('nothing', weekAfter(weekOf(needs.time.localDate(needs.clock()))), needs));
    case 'language':
      return said({ kind: 'language', language: person.language });
    case 'agents':
      return said({ kind: 'agents', agents: await agentLines(needs) });
    case 'my-cases':
      return said(await myCases(person, needs));
    case 'link':
      return askForCode(person, heard, needs);
    case 'code':
      return said(await typeCode(word.code, person, heard, needs));
    case 'unlink':
      return said(await partFromOthers(person, heard, needs));
    case 'case': {
      const c = await needs.cases.byNumber(word.number);
      const known = c !== null && (await partIn(c, person, needs)) !== 'stranger';
      return known ? { kind: 'case', case: c._id, from: 'all' } : said({ kind: 'case-not-found', number: word.number });
    }
  }
};

const said = (reply: Reply): Saying => ({ kind: 'reply', reply });

const partIn = async (c: Case, person: Person, { people }: Needs) => {
  const asker = await people.get(c.asker);
  return partOf(c, person, asker === null ? new Set() : await managersAbove(asker, people));
};

const agentLines = async ({ people, cases, clock, time }: Needs) => {
  const agents = await people.agents();
  const standings = new Map(
    standingsOf(agents, await cases.burdens(), time.localDate(clock())).map((one) => [one.id, one]),
  );
  return agents.filter(isAgent).map(({ _id, name, unit, agent }) => {
    const standing = standings.get(_id);
    const free = standing !== undefined && !standing.absent && standing.load < standing.capacity;
    return { name, unit, principles: agent.principles, topics: agent.topics, free };
  });
};

const SNIPPET = 80;

const myCases = async (person: Person, needs: Needs): Promise<Reply> => {
  const own = await needs.cases.of(person._id, MOST_LINES + 1);
  const shared = isAgent(person) ? await needs.cases.shared() : [];
  const all = [...own, ...shared.filter((c) => !own.some((mine) => mine._id === c._id))];
  const lines: CaseLine[] = [];
  for (const c of all) {
    const part = await partIn(c, person, needs);
    if (part === 'stranger' || part === 'past') continue;
    const next = (c.turnOf === 'asker') === (part === 'asker') ? 'you' : 'other';
    lines.push({ id: c._id, number: c.number, state: c.state, role: part, snippet: c.text.slice(0, SNIPPET), next });
  }
  return { kind: 'my-cases', cases: lines.slice(0, MOST_LINES), more: lines.length > MOST_LINES };
};
