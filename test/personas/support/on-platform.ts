import { runJob } from '../../../jobs/jobs.ts';
import { openBothHouse } from '../../cross-platform/support/both-context.ts';
import { inSlack, inTeams, type Party } from '../../cross-platform/support/party.ts';
import { anAgent, aPerson } from '../../support/fixtures/builders.ts';
import { fullName, type Stage } from './place.ts';
import type { Chat, Who } from './script.ts';

const WAYS = { slack: inSlack, teams: inTeams };

/** Plays a chat through a platform's own entrance, with signed requests, in a house of its own. */
export const stageOn =
  (platform: keyof typeof WAYS): Stage =>
  async (chat, play) => {
    const both = await openBothHouse(directoryOf(chat));
    try {
      const parties = new Map<Who, Party>();
      for (const who of Object.keys(chat.people)) parties.set(who, WAYS[platform](both, who, emailOf(who)));
      const party = (who: Who): Party => parties.get(who) ?? unknown(who);
      // Sammen can write first only to those it has met.
      for (const [who, { agent }] of Object.entries(chat.people)) if (agent) await party(who).say('hej');
      await play({
        shown: async (who) => party(who).shown(),
        everShown: async (who) => party(who).received(),
        say: (who, text, answered) => party(who).say(text, answered?.id),
        press: (who, _message, { verb, data }, fields) => party(who).press(verb, fields, data),
        goOn: async (minutes) => {
          both.setup.now = new Date(both.setup.now.getTime() + minutes * 60_000);
          for (const job of ['offers', 'follow-up', 'drafts', 'retention']) await runJob(job, both.setup.deps);
          await both.flush();
        },
      });
      if (both.faults.length > 0) throw new AggregateError(both.faults, 'something went wrong inside');
    } finally {
      await both.close();
    }
  };

const unknown = (who: Who): never => {
  throw new Error(`nobody is called ${who}`);
};

const emailOf = (who: Who): string => `${who}@kommune.dk`;

const directoryOf = ({ people }: Chat) =>
  Object.entries(people).map(([who, { unit = 'Park og Vej', profession = null, agent, manager, roles = [] }]) => {
    const listed = {
      name: fullName(who),
      email: emailOf(who),
      unit,
      profession,
      manager: manager === undefined ? null : aPerson(manager)._id,
      addresses: [],
      imported: true,
    };
    return agent ? anAgent(who, listed) : aPerson(who, { ...listed, roles: [...roles] });
  });
