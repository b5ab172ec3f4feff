import { forgetNotice } from '../accounts/erasure/ask-for-erasure.ts';
import { OWN_DATA_MINUTES } from '../accounts/own-data/link.ts';
import { accessLogNotice } from '../admin/access-log.ts';
import { adminMenu } from '../admin/admin-views.ts';
import { type OverviewDeps, overview } from '../admin/overview.ts';
import { reportNotice } from '../adoption/report-notice.ts';
import { type AgentOverviewDeps, agentOverview } from '../cases/agent-overview.ts';
import { myCases } from '../cases/my-cases.ts';
import { partOfNow } from '../cases/part-of-now.ts';
import type { Deps } from '../deps.ts';
import { goneNotice } from '../keeping/gone-notice.ts';
import type { Reply, Saying } from '../notices.ts';
import { wishesAfterStart, wishesReply } from '../nudges/press-wish.ts';
import { runReply } from '../nudges/run-view.ts';
import { absenceNotice } from '../people/absence-view.ts';
import { hasRole, isAgent, type Person } from '../people/person.ts';
import { profileNotice } from '../people/profile-view.ts';
import { listStories } from '../stories/list-stories.ts';
import { searchStories } from '../stories/search-stories.ts';
import type { LinkWord, WordInChat } from '../talk/word-in-chat.ts';
import { weekAfter } from '../time/iso-week.ts';
import { thisWeek } from '../time/this-week.ts';
import { withoutRoleFor } from './may-say.ts';

/** The answer to a command in the chat. */
export const answerWord = async (word: Exclude<WordInChat, LinkWord>, person: Person, deps: Deps): Promise<Saying> => {
  const closed = withoutRoleFor(word, person);
  if (closed !== null) return replying({ kind: 'not-for-you', word: closed });
  switch (word.word) {
    case 'help':
      return replying({
        kind: 'help',
        agent: isAgent(person),
        link: deps.platforms.length > 1,
        roles: person.roles,
        ...(deps.usesEmbeddings ? { embeddings: true } : {}),
      });
    case 'readers':
      return replying({ kind: 'readers', ...(deps.usesEmbeddings ? { embeddings: true } : {}) });
    case 'principles':
      return replying({ kind: 'principles' });
    case 'profile':
      return replying(profileNotice(person, 'nothing'));
    case 'absence':
      return replying(await absenceNotice(person, 'nothing', deps));
    case 'admin':
      return replying(await adminMenu(deps.links.setUp(person._id), deps));
    case 'pause':
      return replying(await wishesReply('nothing', person, deps));
    case 'stop':
      await deps.readers.change(person._id, { stoppedAt: deps.clock() });
      return replying(await wishesReply('stopped', person, deps));
    case 'start':
      await deps.readers.change(person._id, wishesAfterStart(deps.time.localDate(deps.clock())));
      return replying(await wishesReply('resumed', person, deps));
    case 'team':
      return replying({ kind: 'team-where' });
    case 'preview':
      return replying(await runReply('nothing', weekAfter(thisWeek(deps)), deps));
    case 'report':
      return replying(await reportNotice(deps, deps.links.report(person._id)));
    case 'access-log':
      return replying(await accessLogNotice(0, deps));
    case 'overview':
      return replying(await overviewFor(person, deps));
    case 'own-data':
      return replying({ kind: 'own-data', url: deps.links.ownData(person._id), minutes: OWN_DATA_MINUTES });
    case 'forget':
      return replying(await forgetNotice(person, deps));
    case 'language':
      if (word.language !== undefined) await deps.people.setLanguage(person._id, word.language);
      return replying({ kind: 'language', language: word.language ?? person.language });
    case 'agents':
      return replying({ kind: 'agents', agents: await agentLines(deps) });
    case 'stories':
      return replying(await listStories(person, null, deps));
    case 'search':
      return replying(await searchStories(word.words, person, deps));
    case 'my-cases':
      return replying(await myCases(person, deps));
    case 'case': {
      const c = await deps.cases.byNumber(word.number);
      const known = c !== null && (await partOfNow(c, person, deps)) !== 'stranger';
      if (known) return { kind: 'case', case: c._id, from: 'all' };
      const gone = c === null ? goneNotice(await deps.goneCases.goneByNumber(word.number), deps) : null;
      return replying(gone ?? { kind: 'case-not-found', number: word.number });
    }
  }
};

const overviewFor = async (person: Person, deps: OverviewDeps & AgentOverviewDeps): Promise<Reply> => {
  const own = isAgent(person) ? await agentOverview(person, deps) : null;
  if (hasRole(person, 'admin')) return overview(own, deps);
  return own ?? { kind: 'no-overview' };
};

const replying = (reply: Reply): Saying => ({ kind: 'reply', reply });

const agentLines = async ({
  roster,
  clock,
  time,
  platforms,
}: Pick<Deps, 'roster' | 'clock' | 'time' | 'platforms'>) => {
  const agents = await roster.look();
  const all = agents.standings(time.localDate(clock()), platforms);
  const standings = new Map(all.map((standing) => [standing.id, standing]));
  return agents
    .people()
    .filter(isAgent)
    .map(({ _id, name, unit, agent }) => {
      const standing = standings.get(_id);
      const free = standing !== undefined && !standing.absent && standing.load < standing.capacity;
      const unreachable = standing?.reachable !== true;
      return { name, unit, principles: agent.principles, topics: agent.topics, free, unreachable };
    });
};
