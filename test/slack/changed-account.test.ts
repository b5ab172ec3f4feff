import assert from 'node:assert/strict';
import { NEVER } from '../../bot/people/person.ts';
import { anAgent } from '../support/fixtures/builders.ts';
import { aHomeOpened, anEvent, aUser } from './support/events.ts';
import { TEAM } from './support/names.ts';
import { anAccount, openSlackHouse, type SlackHouse, wordsOn } from './support/slack-context.ts';

const anna = aUser('anna');
const bo = aUser('bo');
const cy = aUser('cy');
const DILEMMA = 'Hvordan får jeg naboerne med fra starten?';
const GUEST = /Jeg er kun for kolleger i kommunen/;

describe('Slack: accounts that change', () => {
  let slack: SlackHouse;
  beforeEach(async () => {
    const listed = (id: string) => anAgent(id, { email: `${id}@kommune.dk`, addresses: [], imported: true });
    slack = await openSlackHouse([listed('bo'), listed('cy')]);
    slack.has(anna, bo, cy);
    for (const user of [bo, cy]) await slack.say(user, 'hej');
  });
  afterEach(() => slack.close());

  const person = async (id = bo.id) =>
    (await slack.setup.store.people.byAddress('slack', id)) ?? assert.fail('nobody has this account');
  const changed = (user: Record<string, unknown>) =>
    slack.send(anEvent({ type: 'user_change', user: { id: bo.id, ...user } }));
  /** As Slack sends it: everything it knows. */
  const whole = (over: Record<string, unknown> = {}, email = 'bo@kommune.dk', name = bo.name) => ({
    ...anAccount(bo.id, name, email),
    deleted: false,
    is_restricted: false,
    is_ultra_restricted: false,
    ...over,
  });
  const looks = (id = bo.id) =>
    slack.slack.calls.filter(({ method, fields }) => method === 'users.info' && fields.get('user') === id).length;
  const aDayPasses = async (id = bo.id) => {
    const { _id, said } = await person(id);
    await slack.setup.store.people.unsay(_id, 'slack');
    await slack.setup.store.people.say(
      _id,
      said.filter(({ by }) => by === 'slack').map((one) => ({ ...one, at: NEVER })),
    );
  };
  const words = (user = bo) => wordsOn(slack.chat(user).at(-1)?.blocks ?? []) + (slack.chat(user).at(-1)?.text ?? '');

  it('give a new name and address by user_change, for the same person', async () => {
    assert.equal((await changed(whole({}, 'BO.Nynavn@kommune.dk', 'Bo Nynavn'))).status, 200);
    const { _id, name, said, addresses } = await person();
    assert.deepEqual([_id, name, addresses.length], ['bo', 'Bo Nynavn', 1]);
    assert.ok(said.some(({ by, email }) => by === 'slack' && email === 'bo.nynavn@kommune.dk'));
  });

  it('are ignored when unknown, of another workspace, malformed, or only in part told', async () => {
    const before = await person();
    const unknown = { id: 'U0NOBODY', ...anAccount('U0NOBODY', 'Nobody', 'bo@kommune.dk'), deleted: true };
    for (const user of [
      unknown,
      { ...whole({ team_id: 'T0ELSEWHERE', deleted: false }, 'x@firma.example', 'Somebody') },
      {},
      { profile: {} },
      { deleted: 'yes' },
    ])
      assert.equal((await changed(user)).status, 200, JSON.stringify(user));
    assert.equal((await slack.send(anEvent({ type: 'user_change' }))).status, 200);
    assert.deepEqual(await person(), before);
    assert.equal(await slack.setup.store.people.byAddress('slack', 'U0NOBODY'), null);
  });

  it('are taken in the order in which they changed, not in which Slack tells it', async () => {
    await changed(whole({ updated: 200 }, 'new@kommune.dk', 'Bo Ny'));
    await changed(whole({ updated: 100, deleted: true }));
    assert.deepEqual([(await person()).name, (await person()).closed], ['Bo Ny', []]);
    await changed(whole({ updated: 300, deleted: true }));
    await changed(whole({ updated: 250 }));
    assert.deepEqual(
      (await person()).closed.map(({ why }) => why),
      ['deactivated'],
    );
  });

  it('are not asked and not written to once they are switched off, and are again when they are back', async () => {
    await changed({ deleted: true });
    await slack.say(anna, DILEMMA);
    await slack.press(anna, 'submit-dilemma', {}, ({ anonymous }) => anonymous === 'no');
    assert.match(words(cy), /naboerne/);
    assert.doesNotMatch(words(bo), /naboerne/);
    assert.deepEqual((await person()).addresses, []);
    await changed({ name: 'bo' });
    assert.equal((await person()).closed.length, 1, 'an event without the field says nothing');
    await changed(whole());
    assert.deepEqual([(await person()).closed, (await person()).addresses.length], [[], 1]);
  });

  it('are found switched off before an offer, if no event came', async () => {
    slack.setup.lookAgain = async (id) => {
      const before = (await slack.setup.store.people.get(id))?.addresses ?? [];
      for (const { id: account } of before) await slack.lookAgain(account);
      return ((await slack.setup.store.people.get(id))?.addresses.length ?? 0) < before.length;
    };
    for (const user of [bo, cy]) await aDayPasses(user.id);
    slack.slack.users.set(bo.id, { id: bo.id, deleted: true });
    const before = [looks(bo.id), looks(cy.id)];
    for (let twice = 0; twice < 2; twice++) {
      await slack.say(anna, `${DILEMMA} ${twice}`);
      if (twice > 0) await slack.press(anna, 'new-dilemma');
      await slack.press(anna, 'submit-dilemma', {}, ({ anonymous }) => anonymous === 'no');
    }
    assert.doesNotMatch(words(bo), /naboerne/);
    assert.match(words(cy), /naboerne/);
    assert.doesNotMatch(
      slack
        .chat(anna)
        .map(({ text, blocks }) => text + wordsOn(blocks))
        .join(),
      /Bo Prøve/,
    );
    assert.deepEqual([looks(bo.id) - (before[0] ?? 0), looks(cy.id) - (before[1] ?? 0)], [1, 1]);
  });

  it('are looked at once a day when somebody writes, and go on when Slack does not answer', async () => {
    const before = looks();
    for (const text of ['hej', 'hjælp', 'hej']) await slack.say(bo, text);
    assert.equal(looks(), before);
    await aDayPasses();
    slack.slack.users.set(bo.id, anAccount(bo.id, 'Bo Nynavn', 'bo@kommune.dk'));
    slack.slack.trouble = ({ method }) => (method === 'users.info' ? { error: 'internal_error' } : null);
    for (const text of ['hej', 'hjælp', 'hej']) await slack.say(bo, text);
    assert.equal(looks(), before + 1);
    slack.slack.trouble = null;
    await aDayPasses();
    for (const text of ['hjælp', 'hej']) await slack.say(bo, text);
    assert.equal(looks(), before + 2);
    assert.match(words(), /Hej Bo/);
    assert.equal((await person()).name, 'Bo Nynavn');
  });

  it('become a guest’s, who is refused kindly everywhere, and a colleague’s again', async () => {
    await changed(whole({ is_restricted: true }, 'bo@firma.example'));
    await slack.say(bo, DILEMMA);
    assert.match(words(), GUEST);
    await slack.send(aHomeOpened(bo));
    assert.match(wordsOn(slack.slack.homes.get(bo.id)), GUEST);
    assert.doesNotMatch(JSON.stringify((await person()).said), /firma/);
    await changed(whole());
    await slack.say(bo, 'hej');
    assert.match(words(), /Hej Bo/);
    assert.equal((await person())._id, 'bo');
  });

  it('are not judged while Sammen does not know its own workspace', async () => {
    await aDayPasses();
    slack.slack.trouble = ({ method }) => (method === 'auth.test' ? { status: 503 } : null);
    await slack.restart();
    const before = looks();
    await slack.lookAgain(bo.id);
    assert.deepEqual([(await person()).closed, looks()], [[], before]);
  });

  it('let in who writes although they were switched off: they are back', async () => {
    await changed({ deleted: true });
    await aDayPasses();
    await slack.say(bo, 'hej');
    assert.match(words(), /Hej Bo/);
    assert.deepEqual((await person()).closed, []);
  });

  describe('in an organisation that installed Sammen org-wide', () => {
    const install = async (teams: string[]) => {
      slack.slack.trouble = ({ method }) => {
        const ids = {
          user_id: 'U0SAMMENBT',
          bot_id: 'B0SAMMENBT',
          enterprise_id: 'E0KOMMUNE',
          is_enterprise_install: true,
        };
        if (method === 'auth.test') return { status: 200, body: { ok: true, team_id: 'E0KOMMUNE', ...ids } };
        if (method === 'auth.teams.list')
          return { status: 200, body: { ok: true, teams: teams.map((id) => ({ id })) } };
        return null;
      };
      await slack.restart();
    };
    const isLetIn = async (over: Record<string, unknown>) => {
      slack.slack.users.set(anna.id, anAccount(anna.id, anna.name, 'anna@kommune.dk', over));
      await slack.say(anna, 'hej');
      return !GUEST.test(words(anna));
    };

    for (const [name, over, expected] of [
      ['a colleague of one workspace', { enterprise_user: { enterprise_id: 'E0KOMMUNE', teams: [TEAM] } }, true],
      [
        'a colleague of another workspace',
        { team_id: 'T0SKOLER', enterprise_user: { enterprise_id: 'E0KOMMUNE' } },
        true,
      ],
      ['an account shown in part', {}, true],
      [
        'somebody of another organisation',
        { team_id: 'T0FIRMA', enterprise_user: { enterprise_id: 'E0FIRMA' } },
        false,
      ],
      ['somebody of another workspace', { team_id: 'T0FIRMA' }, false],
      ['a guest', { is_restricted: true, enterprise_user: { enterprise_id: 'E0KOMMUNE' } }, false],
      ['a stranger', { is_stranger: true }, false],
    ] as const) {
      it(`${expected ? 'lets in' : 'refuses'} ${name}`, async () => {
        await install([TEAM]);
        assert.equal(await isLetIn({ team_id: TEAM, ...over }), expected);
      });
    }

    it('lets colleagues in even where Slack does not name the workspaces', async () => {
      await install([]);
      assert.equal(await isLetIn({ team_id: TEAM }), true);
    });
  });
});
