import { reportNotice } from '../adoption/report-notice.ts';
import type { Needs } from '../needs.ts';
import type { Reply } from '../notices.ts';
import { wanted, wishesTold } from '../nudges/press-wish.ts';
import { runTold } from '../nudges/run-view.ts';
import { weekAfter, weekOf } from '../nudges/week.ts';
import type { Saying } from '../owed.ts';
import { adminMenu } from '../people/admin-views.ts';
import { forgetNotice } from '../people/forgetting/ask-to-forget.ts';
import { isAgent, type Person } from '../people/person.ts';
import { profileNotice } from '../people/profile-view.ts';
import { standingsOf } from '../routing/standings.ts';
import { myCases, partIn } from './my-cases.ts';
import type { LinkWord, WordInChat } from './words-in-chat.ts';

/** What a person gets who writes one of the words Sammen knows. */
export const answerWord = async (
  word: Exclude<WordInChat, LinkWord>,
  person: Person,
  needs: Needs,
): Promise<Saying> => {
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
    case 'team':
      return said({ kind: 'team-where' });
    case 'preview':
      return said(await runTold('nothing', weekAfter(weekOf(needs.time.localDate(needs.clock()))), needs));
    case 'report':
      return said(await reportNotice(needs, needs.links.report(person._id)));
    case 'forget':
      return said(await forgetNotice(person, needs));
    case 'language':
      return said({ kind: 'language', language: person.language });
    case 'agents':
      return said({ kind: 'agents', agents: await agentLines(needs) });
    case 'my-cases':
      return said(await myCases(person, needs));
    case 'case': {
      const c = await needs.cases.byNumber(word.number);
      const known = c !== null && (await partIn(c, person, needs)) !== 'stranger';
      return known ? { kind: 'case', case: c._id, from: 'all' } : said({ kind: 'case-not-found', number: word.number });
    }
  }
};

const said = (reply: Reply): Saying => ({ kind: 'reply', reply });

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
