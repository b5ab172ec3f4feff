import assert from 'node:assert/strict';
import { unzipSync } from 'fflate';
import { createWebServer, type WebServer } from '../../adapters/web/server.ts';
import { setUpLink, setUpRoutes } from '../../adapters/web/setup/set-up-routes.ts';
import { setUpSteps } from '../../adapters/web/setup/set-up-steps.ts';
import { createSigner } from '../../adapters/web/signed.ts';
import { appPackages } from '../../app/platforms/app-packages.ts';
import { setUpOf } from '../../bot/admin/set-up.ts';
import { type PersonId, personId } from '../../bot/ids.ts';
import type { Person } from '../../bot/people/person.ts';
import { PRINCIPLES, TOPICS } from '../../bot/words.ts';
import { createSpeech } from '../../cards/speech.ts';
import { TEXTS } from '../../cards/texts/texts.ts';
import { assertOwnStyles } from '../support/assertions/assert-own-styles.ts';
import { anAgent, aPerson, aProfile, TUESDAY } from '../support/fixtures/builders.ts';
import { content } from '../support/fixtures/content.ts';
import { REAL } from '../support/fixtures/own-organisation.ts';
import { runHere } from '../support/processes/command-here.ts';

const organisation = { ...content.organisation, name: 'Prøve <b>By</b>' };
const { principles } = content;
const inTeams = (id: string) => ({ addresses: [{ platform: 'teams' as const, id, at: TUESDAY }] });
const ADMIN = aPerson('p-ida', { name: 'Ida Admin', roles: ['admin'], ...inTeams('ida') });
const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };

describe('the set-up page', () => {
  const signer = createSigner(REAL.SECRET, []);
  const everybody: Person[] = [];
  const spent = new Set<string>();
  let server: WebServer;
  let url: string;
  before(async () => {
    const routes = setUpRoutes({
      people: { all: async () => everybody, get: async (id) => everybody.find(({ _id }) => _id === id) ?? null },
      organisation,
      principles,
      platforms: ['teams'],
      packages: appPackages({
        platforms: {
          teams: { appId: 'AB-1', password: null, type: 'UserAssignedMSI', tenant: 't', openIdMetadata: null },
          slack: null,
        },
        organisation,
        publicUrl: () => 'https://sammen.by.dk',
      }),
      signer,
      spentTokens: { spend: async (id) => !spent.has(id) && spent.add(id).size > 0 },
      isSecure: () => true,
    });
    server = createWebServer({ routes, hosts: null, onFault: (error) => assert.fail(String(error)) });
    url = `http://127.0.0.1:${await server.listen(0, '127.0.0.1')}`;
  });
  after(() => server.close());
  beforeEach(() => void everybody.splice(0, everybody.length, ADMIN));

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(url + path, { headers, redirect: 'manual' });
  const tokenFor = (person: PersonId | null): string =>
    new URL(setUpLink(signer, url, person)).searchParams.get('token') ?? '';
  const spend = (token: string) =>
    fetch(`${url}/setup`, { method: 'POST', headers: FORM, body: new URLSearchParams({ token }), redirect: 'manual' });
  const enter = async (person: PersonId | null = ADMIN._id): Promise<{ Cookie: string }> => {
    const answer = await spend(tokenFor(person));
    assert.equal(answer.status, 303);
    return { Cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '' };
  };

  it('is the same 403 for everybody without a link, and says how to get in', async () => {
    const texts = new Set<string>();
    const forReport = signer.sign(
      { opens: 'report', person: ADMIN._id, id: crypto.randomUUID() },
      new Date(Date.now() + 60_000),
    );
    for (const path of [
      '/setup',
      '/setup?token=x',
      `/setup?token=${forReport}`,
      '/setup/sammen-teams.zip',
      '/setup/sammen-slack.json',
    ]) {
      const answer = await get(path, { Cookie: 'sammen-setup=made.up' });
      assert.equal(answer.status, 403, path);
      texts.add(await answer.text());
    }
    assert.equal((await spend(forReport)).status, 403);
    assert.equal(texts.size, 1);
    assert.ok([...texts].join().includes(TEXTS.da.setUp.closed.text.replaceAll('"', '&quot;')));
  });

  it('opens once with a link, by its button only, and stays open in this browser', async () => {
    const token = tokenFor(ADMIN._id);
    for (let i = 0; i < 2; i++) {
      const door = await get(`/setup?token=${token}`);
      assert.equal(door.status, 200);
      assert.match(await door.text(), /<form method="post"/);
    }
    const first = await spend(token);
    assert.deepEqual([first.status, first.headers.get('location')], [303, '/setup?lang=da']);
    assert.match(first.headers.get('set-cookie') ?? '', /^sammen-setup=.*; HttpOnly; SameSite=Lax; Secure$/);
    assert.equal((await spend(token)).status, 403);
    const page = await get('/setup', { Cookie: first.headers.get('set-cookie')?.split(';')[0] ?? '' });
    assert.equal(page.status, 200);
    const html = await page.text();
    assert.ok(html.includes('Prøve &lt;b&gt;By&lt;/b&gt;'));
    assert.ok(!html.includes('Ida'), 'it names nobody');
    assertOwnStyles(html, page.headers.get('content-security-policy') ?? '', 'the set-up page');
  });

  it('is closed to an admin at once when they lose the role or leave, and to anybody who never had it', async () => {
    const session = await enter();
    for (const lost of [aPerson('p-ida', { roles: ['hr'] }), { ...ADMIN, left: TUESDAY }]) {
      everybody.splice(0, 1, lost);
      for (const path of ['/setup', '/setup/sammen-teams.zip']) assert.equal((await get(path, session)).status, 403);
      assert.equal((await spend(tokenFor(ADMIN._id))).status, 403);
    }
    assert.equal((await spend(tokenFor(personId('p-nobody')))).status, 403);
  });

  it('has the packages for this address, to download', async () => {
    const session = await enter(null);
    const zip = await get('/setup/sammen-teams.zip', session);
    assert.match(zip.headers.get('content-disposition') ?? '', /filename="sammen-teams\.zip"/);
    const files = unzipSync(new Uint8Array(await zip.arrayBuffer()));
    const manifest = JSON.parse(Buffer.from(files['manifest.json'] ?? []).toString());
    assert.deepEqual([manifest.id, manifest.validDomains], ['ab-1', ['sammen.by.dk']]);
    const slack = await get('/setup/sammen-slack.json', session);
    assert.ok((await slack.text()).includes('https://sammen.by.dk/slack/events'));
  });

  it('speaks the browser’s language, and says the next step', async () => {
    const session = await enter(null);
    const english = await (await get('/setup', { ...session, 'Accept-Language': 'en' })).text();
    assert.ok(english.includes(`${TEXTS.en.setUp.next}: ${TEXTS.en.setUp.steps.people.title}`), english);
    assert.match(english, /<html lang="en">/);
  });

  it('begins with a link that the operator’s command prints', async () => {
    const { out, code } = await runHere(['setup-link'], { ...REAL, SANDBOX: 'off' });
    assert.equal(code, 0);
    const link = new URL(out.trim());
    assert.deepEqual([link.origin, link.pathname], [REAL.PUBLIC_URL, '/setup']);
    assert.equal((await get(`/setup${link.search}`)).status, 200);
    const sandbox = await runHere(['setup-link'], {});
    assert.deepEqual([sandbox.code, sandbox.out], [2, '']);
  });
});

describe('the steps of setting up', () => {
  const speech = createSpeech({ timeZone: organisation.timeZone, principles }, 'da');
  const undone = (people: readonly Person[], platforms: readonly ('teams' | 'slack')[] = ['teams']): string[] =>
    setUpSteps(setUpOf(people, platforms), speech)
      .filter(({ done }) => !done)
      .map(({ title }) => title);
  const { steps } = TEXTS.da.setUp;
  const knowsAll = anAgent('p-bo', {
    roles: ['agent', 'hr', 'admin'],
    imported: true,
    agent: aProfile({ principles: [...PRINCIPLES], topics: [...TOPICS] }),
    ...inTeams('bo'),
  });

  it('are all open at first, in the order to do them', () => {
    assert.deepEqual(undone([], ['teams', 'slack']), [
      ...[steps.teams, steps.slack, steps.people, steps.admins, steps.hr, steps.agents].map(({ title }) => title),
    ]);
    assert.equal(undone([], [])[0], steps.platforms.title);
  });

  it('are done when somebody has each part, and can be written to', () => {
    assert.deepEqual(undone([knowsAll]), []);
    const roles = [steps.admins, steps.hr, steps.agents].map(({ title }) => title);
    assert.deepEqual(undone([{ ...knowsAll, unreachableSince: TUESDAY }]), roles);
    assert.deepEqual(undone([{ ...knowsAll, left: TUESDAY }]), [steps.teams.title, steps.people.title, ...roles]);
  });

  it('say who has a role but no chat, so that nobody gives the role twice', () => {
    const told = setUpSteps(setUpOf([{ ...knowsAll, addresses: [] }], ['teams']), speech);
    for (const { title } of [steps.admins, steps.hr, steps.agents])
      assert.equal(told.find((step) => step.title === title)?.text, steps.notMet('1'));
    const [none] = setUpSteps(setUpOf([{ ...knowsAll, roles: [], addresses: [] }], ['teams']), speech).filter(
      ({ title }) => title === steps.hr.title,
    );
    assert.equal(none?.text, steps.hr.missing);
  });

  it('name what no agent knows', () => {
    const narrow = { ...knowsAll, agent: aProfile({ principles: PRINCIPLES.slice(1), topics: [...TOPICS] }) };
    const [coverage] = setUpSteps(setUpOf([narrow], ['teams']), speech).filter(({ done }) => !done);
    assert.ok(coverage?.text.includes(`"${speech.principle(PRINCIPLES[0])}"`), coverage?.text);
  });
});
