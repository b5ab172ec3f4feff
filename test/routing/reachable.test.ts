import assert from 'node:assert/strict';
import { personId } from '../../bot/ids.ts';
import { isReachable } from '../../bot/people/reachable.ts';
import { chooseAgent, type Standing } from '../../bot/routing/choose-agent.ts';
import { anAgent, aStanding, TUESDAY } from '../support/fixtures/builders.ts';

const WANTED = { principle: 'lytter-foerst', topic: 'borgerdialog', language: 'da', not: new Set<never>() } as const;
const chosen = (agents: Standing[]) => chooseAgent(WANTED, agents)?.agent ?? null;

describe('an agent without a chat', () => {
  it('is not asked while somebody else can be, however well they fit', () => {
    const poor = aStanding('poor', { principles: [], topics: [], languages: [], load: 2 });
    assert.equal(chosen([aStanding('best', { reachable: false }), poor]), 'poor');
    assert.equal(chosen([aStanding('best', { reachable: false })]), null);
  });

  it('is not asked as a substitute either, but their own substitute is', () => {
    const away = aStanding('best', { absent: true, substitute: personId('silent') });
    const silent = aStanding('silent', { reachable: false, substitute: personId('friend'), principles: [] });
    const friend = aStanding('friend', { principles: [], topics: [], load: 2 });
    const next = aStanding('next');
    assert.equal(chosen([away, silent, friend, next]), 'friend');
    assert.equal(chosen([{ ...away, reachable: false }, silent, friend, next]), 'friend');
  });

  it('is somebody without an account on a platform that is configured, or who left', () => {
    const onSlack = anAgent('agent', { addresses: [{ platform: 'slack', id: 'U1', at: TUESDAY }] });
    assert.equal(isReachable(onSlack, ['teams', 'slack']), true);
    assert.equal(isReachable(onSlack, ['teams']), false);
    assert.equal(isReachable({ ...onSlack, addresses: [] }, ['teams', 'slack']), false);
    assert.equal(isReachable({ ...onSlack, left: TUESDAY }, ['slack']), false);
    assert.equal(isReachable({ ...onSlack, joined: personId('other') }, ['slack']), false);
  });
});
