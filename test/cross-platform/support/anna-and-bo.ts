import assert from 'node:assert/strict';
import type { Case } from '../../../bot/cases/case.ts';
import { anAgent, aPerson } from '../../support/fixtures/builders.ts';
import { type BothHouse, openBothHouse } from './both-context.ts';
import { inSlack, inTeams, type Party } from './party.ts';

const listed = { addresses: [], imported: true };

/** A colleague and an agent who stand in the list, and whom no platform has met yet. */
export const anna = aPerson('anna-in-the-list', {
  name: 'Anna Prøve',
  email: 'anna@kommune.dk',
  unit: 'Park og Vej',
  ...listed,
});
export const bo = anAgent('bo-in-the-list', { name: 'Bo Prøve', email: 'bo@kommune.dk', ...listed });

/** The platform on which Anna asks, and the one on which Bo helps. */
type Way = { ask: typeof inTeams; help: typeof inTeams };

export const ACROSS = {
  'from Slack to Teams': { ask: inSlack, help: inTeams },
  'from Teams to Slack': { ask: inTeams, help: inSlack },
} as const satisfies Record<string, Way>;

export const WAYS = {
  'within Teams': { ask: inTeams, help: inTeams },
  'within Slack': { ask: inSlack, help: inSlack },
  ...ACROSS,
} as const satisfies Record<string, Way>;

/** Opens Sammen for Anna and Bo before each test, and closes it afterwards; a fault in it fails the test. */
export const useAnnaAndBo = () => {
  let both: BothHouse;
  beforeEach(async () => {
    both = await openBothHouse([anna, bo]);
  });
  afterEach(async () => {
    assert.deepEqual(both.faults, []);
    await both.close();
  });

  /** Brings both in; Bo has written once, so that he can be asked. */
  const meet = async ({ ask, help }: Way): Promise<{ asker: Party; agent: Party }> => {
    const asker = ask(both, 'anna', 'anna@kommune.dk');
    const agent = help(both, 'bo', 'bo@kommune.dk');
    await agent.say('hej');
    return { asker, agent };
  };
  /** Does the same; then Anna asks under her name, and Bo takes her case. */
  const meetOnCase = async (way: Way): Promise<{ asker: Party; agent: Party }> => {
    const { asker, agent } = await meet(way);
    await asker.say('Hvordan får jeg naboerne med fra starten?');
    await asker.press('submit-dilemma', {}, { anonymous: 'no' });
    await agent.press('accept-case');
    return { asker, agent };
  };
  /** The only case. */
  const theCase = async (): Promise<Case> => {
    const [c, ...others] = await both.setup.store.cases.of(bo._id, 9);
    assert.deepEqual(others, []);
    return c ?? assert.fail('no case');
  };
  return { both: () => both, meet, meetOnCase, theCase };
};
