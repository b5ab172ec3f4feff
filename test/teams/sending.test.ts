import assert from 'node:assert/strict';
import sinon from 'sinon';
import { isOfPlatform } from '../../outbox/delivery-error.ts';
import type { Delivery } from '../../outbox/ports.ts';
import { TUESDAY } from '../support/fixtures/builders.ts';
import { anInstallation, aUser, ofType } from './support/activities.ts';
import type { Trouble } from './support/fake-connector.ts';
import { openTeamsHouse, type TeamsHouse } from './support/teams-context.ts';

const anna = aUser('anna');
/** Long enough for a busy machine, short enough for a test. */
const TIMEOUT = 2_000;
const error = (code: string) => ({ error: { code, message: `${code} it was` } });

describe('Teams: the outcome of a message', () => {
  let teams: TeamsHouse;
  let clock: sinon.SinonFakeTimers;
  beforeEach(async () => {
    clock = sinon.useFakeTimers({ now: TUESDAY, toFake: ['Date'] });
    teams = await openTeamsHouse([], TIMEOUT);
    teams.connector.members.set(anna.id, { id: anna.id, name: 'Anna Prøve', email: 'anna@kommune.dk' });
  });
  afterEach(async () => {
    await teams.close();
    clock.restore();
  });

  const tries = () => teams.connector.calls.filter(({ method }) => method === 'POST').length;
  const delivery = async () => {
    const [stored] = await (await teams.setup.database.collection<Delivery<unknown>>('deliveries', [])).find({});
    return stored ?? assert.fail('no delivery is stored');
  };
  /** The first attempts fail with these, in order; later ones succeed. */
  const meets = (...troubles: Trouble[]) => {
    teams.connector.trouble = ({ method }) => (method === 'POST' ? (troubles.shift() ?? null) : null);
  };
  const later = async (milliseconds: number) => {
    clock.tick(milliseconds);
    await teams.flush();
  };
  const person = async () =>
    (await teams.setup.store.people.byAddress('teams', anna.aadObjectId)) ?? assert.fail('nobody is known');
  const HOUR = 3_600_000;

  it('is unreachable after 403, with the platform’s reason and without a retry', async () => {
    meets({ status: 403, body: error('MessageWritesBlocked') });
    await teams.say(anna, 'hej');
    const { state, reason } = await delivery();
    assert.deepEqual({ state, tries: tries() }, { state: 'unreachable', tries: 1 });
    assert.match(reason ?? '', /403.*MessageWritesBlocked/);
    await later(24 * HOUR);
    assert.equal(tries(), 1);
  });

  it('is retried later and sent after one 404', async () => {
    meets({ status: 404, body: error('ConversationNotFound') });
    await teams.say(anna, 'hej');
    assert.deepEqual({ state: (await delivery()).state, tries: tries() }, { state: 'due', tries: 1 });
    await later(4_000);
    assert.equal(tries(), 1, 'not at once');
    await later(10_000);
    assert.deepEqual({ state: (await delivery()).state, tries: tries() }, { state: 'sent', tries: 2 });
  });

  const gone = { status: 404, body: error('ConversationNotFound') };

  it('is unreachable after two 404s when no new chat can be opened', async () => {
    meets(gone, gone);
    await teams.say(anna, 'hej');
    await later(10_000);
    assert.deepEqual({ state: (await delivery()).state, tries: tries() }, { state: 'unreachable', tries: 3 });
    assert.equal(teams.connector.calls.at(-1)?.path, '/v3/conversations', 'the last call tried to open one');
    await later(24 * HOUR);
    assert.equal(tries(), 3);
  });

  it('is posted in a new chat after two 404s, and so are the next ones', async () => {
    teams.connector.installed.set(anna.id, 'a:anew');
    teams.connector.trouble = ({ path }) => (path.includes('a%3Aanew') || path.endsWith('s/') ? null : oldChat(path));
    const oldChat = (path: string) => (path.endsWith('/activities') ? gone : null);
    await teams.say(anna, 'hej');
    await later(10_000);
    assert.equal((await delivery()).state, 'sent');
    await teams.setup.bot.hear({ id: 'next', from: await person(), text: 'hjælp' });
    await teams.flush();
    assert.equal(teams.connector.chat('a:anew').length, 2);
    assert.equal(teams.connector.calls.filter(({ path }) => path === '/v3/conversations').length, 1);
  });

  it('is retried after 429 with Retry-After, and not before that time has passed', async () => {
    meets({ status: 429, headers: { 'Retry-After': '30' }, body: error('TooManyRequests') });
    await teams.say(anna, 'hej');
    assert.deepEqual({ state: (await delivery()).state, tries: tries() }, { state: 'due', tries: 1 });
    await later(29_000);
    assert.equal(tries(), 1);
    await later(3_000);
    assert.deepEqual({ state: (await delivery()).state, tries: tries() }, { state: 'sent', tries: 2 });
  });

  it('is retried after 429 with a date in Retry-After', async () => {
    meets({ status: 429, headers: { 'Retry-After': new Date(Date.now() + 60_000).toUTCString() } });
    await teams.say(anna, 'hej');
    await later(58_000);
    assert.equal(tries(), 1);
    await later(5_000);
    assert.equal(tries(), 2);
  });

  for (const trouble of [
    { status: 429 },
    { status: 412 },
    { status: 502 },
    { status: 503 },
    'hang',
  ] satisfies Trouble[]) {
    const name = trouble === 'hang' ? 'no answer' : `${trouble.status} without Retry-After`;
    it(`is sent in the end, with exactly one request per attempt, after ${name}`, async () => {
      meets(trouble, trouble);
      await teams.say(anna, 'hej');
      assert.deepEqual({ state: (await delivery()).state, tries: tries() }, { state: 'due', tries: 1 });
      await later(2_000);
      assert.equal(tries(), 2);
      await later(5_000);
      assert.deepEqual({ state: (await delivery()).state, tries: tries() }, { state: 'sent', tries: 3 });
    });
  }

  it('does not depend on an older card that was deleted', async () => {
    await teams.say(anna, 'Hvordan får jeg naboerne med fra starten?');
    await teams.press(anna, 'submit-dilemma', { anonymous: 'no' });
    const [c] = await teams.setup.store.cases.of((await person())._id, 1);
    assert.ok(c);
    teams.connector.trouble = ({ method }) =>
      method === 'PUT' ? { status: 404, body: error('ActivityNotFound') } : null;
    await teams.say(anna, `sag ${c.number}`);
    assert.equal(teams.chat(anna).length, 2);
  });

  it('waits while Teams shuts Sammen out, is not asked about again until then, and goes out in order', async () => {
    let mended = false;
    teams.connector.trouble = ({ method }) =>
      method === 'POST' && !mended ? { status: 401, body: error('Unauthorized') } : null;
    await teams.say(anna, 'hej');
    await teams.say(anna, 'hjælp');
    assert.equal(tries(), 1, 'the second message does not even try');
    assert.deepEqual(await teams.setup.store.holds.all().then((all) => all.map(({ queue }) => queue)), ['teams']);
    assert.match(teams.setup.log.join(), /SENDING IS HELD: teams/);
    for (let hours = 0; hours < 6 * 24; hours++) await later(HOUR);
    assert.equal((await delivery()).state, 'due', 'long after any message would have been given up');
    mended = true;
    await later(HOUR);
    assert.deepEqual(await teams.setup.store.holds.all(), []);
    assert.match(teams.setup.log.join(), /SENDING GOES ON: teams/);
    const shown = teams.chat(anna).map(({ sent }) => sent.summary ?? '');
    assert.equal(shown.length, 2);
    assert.match(shown[0] ?? '', /[Hh]ej/);
  });

  it('is Teams’ fault, and none of ours, when a line in a turn is refused', async () => {
    teams.connector.members.set(anna.id, { id: anna.id, name: 'Anna Prøve', userRole: 'guest' });
    meets({ status: 429, headers: { 'Retry-After': '5' } });
    assert.equal((await teams.say(anna, 'hej')).status, 200);
    assert.equal(teams.faults.length, 1);
    assert.ok(teams.faults.every(isOfPlatform), String(teams.faults));
  });

  it('is failed after any other 4xx, with the platform’s reason', async () => {
    meets({ status: 400, body: error('BadSyntax') });
    await teams.say(anna, 'hej');
    const { state, reason } = await delivery();
    assert.deepEqual({ state, tries: tries() }, { state: 'failed', tries: 1 });
    assert.match(reason ?? '', /400.*BadSyntax: BadSyntax it was/);
  });

  it('is unreachable without a call while the app is removed, and sent once it is back', async () => {
    await teams.say(anna, 'hej');
    await teams.send(anInstallation(anna, teams.connector.serviceUrl, 'remove'));
    const before = tries();
    await teams.setup.bot.hear({ id: 'from elsewhere', from: await person(), text: 'tak' });
    await teams.flush();
    const states = await (await teams.setup.database.collection<Delivery<unknown>>('deliveries', [])).find({
      state: 'unreachable',
    });
    assert.deepEqual([states.length, tries()], [1, before]);
    await teams.send(anInstallation(anna, teams.connector.serviceUrl, 'add'));
    assert.deepEqual([teams.chat(anna).length, tries()], [3, before + 2], 'the thanks, and the greeting');
    await teams.say(anna, 'tak');
    assert.equal(tries(), before + 3, 'nothing is sent twice');
  });

  it('is sent once the person who blocked Sammen writes again', async () => {
    await teams.say(anna, 'hej');
    meets({ status: 403, body: error('ConversationBlockedByUser') });
    await teams.setup.bot.hear({ id: 'from elsewhere', from: await person(), text: 'principper' });
    await teams.flush();
    assert.equal(teams.chat(anna).length, 1);
    await teams.say(anna, 'tak');
    assert.equal(teams.chat(anna).length, 3);
  });

  it('does not depend on a restart, and follows Teams to another service address', async () => {
    await teams.say(anna, 'hej');
    await teams.restart();
    await teams.setup.bot.hear({ id: 'first', from: await person(), text: 'tak' });
    await teams.flush();
    assert.equal(teams.chat(anna).length, 2);
    const moved = teams.connector.serviceUrl.replace('127.0.0.1', 'localhost');
    await teams.send(ofType(anna, moved, 'message', { text: 'tak' }));
    const references = await teams.setup.database.collection<{ _id: string; serviceUrl: string; timeZone: string }>(
      'teamsReferences',
      [],
    );
    const [reference] = await references.find({});
    assert.deepEqual([reference?.serviceUrl, reference?.timeZone], [moved, 'Europe/Copenhagen']);
  });
});
