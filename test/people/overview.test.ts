import assert from 'node:assert/strict';
import { plainReason } from '../../bot/admin/plain-reason.ts';
import type { Person } from '../../bot/people/person.ts';
import { NEVER } from '../../bot/people/person.ts';
import type { Platform } from '../../bot/platform.ts';
import { renderPlainText } from '../../cards/plain-text.ts';
import { DeliveryError } from '../../outbox/delivery-error.ts';
import { cards } from '../cards/support.ts';
import { ask, openTestBot, pressNewest, say, type TestBot } from '../support/fixtures/bot-on-store.ts';
import { anAgent, aPerson } from '../support/fixtures/builders.ts';

const on = (platform: Platform, id: string) => ({ addresses: [{ platform, id, at: NEVER }] });
const ida = aPerson('ida', { roles: ['admin'], ...on('sandbox', 'ida') });
const anna = aPerson('anna', on('slack', 'anna'));
const bo = anAgent('bo', on('teams', 'bo'));
const karl = aPerson('karl', { addresses: [] });

describe('the overview', () => {
  let setup: TestBot;
  beforeEach(async () => {
    setup = await openTestBot([ida, anna, bo, karl]);
  });
  afterEach(() => setup.close());

  const answerTo = async (person: Person, text: string) => {
    await say(setup, person, text);
    const posted = setup.chatOf(person).at(-1);
    assert.ok(posted);
    return renderPlainText(cards.card(posted.notice, 'da'), 'da');
  };

  it('tells an admin what is stuck, with counts and reasons, and never who asked or what', async () => {
    await ask(setup, anna);
    await pressNewest(setup, bo, 'accept-case');
    setup.trouble = (to) => {
      if (to._id === anna._id)
        throw new DeliveryError('unreachable', 'Slack answered account_inactive for U01AB23CD45');
    };
    await pressNewest(setup, bo, 'answer-case', { text: 'Inviter dem på pladsen.', outcome: 'advice' });
    const text = await answerTo(ida, 'overblik');
    assert.match(text, /Slack, svar og spørgsmål i sager: 1, ældste fra tirsdag d\. 24\. november/u);
    assert.match(text, /Kan ikke leveres \(Slack answered account_inactive for …\)/u);
    assert.match(text, /Kolleger: 2 af 4/u);
    assert.doesNotMatch(text, /Anna|naboerne|Inviter|U01AB/u);
  });

  it('tells of cases that wait without anybody, and of agents out of reach', async () => {
    setup.trouble = (to) => {
      if (to._id === bo._id) throw new DeliveryError('unreachable', 'blocked');
    };
    await ask(setup, anna);
    const text = await answerTo(ida, 'Overview');
    assert.match(text, /Ingen er spurgt: 1, ældste fra tirsdag d\. 24\. november/u);
    assert.match(text, /Sparringsagenter: 1 af 1/u);
  });

  it('says so when nothing is stuck', async () => {
    assert.match(await answerTo(ida, 'overblik'), /Intet sidder fast\./u);
  });

  it('shows an agent what waits for them, and gives a colleague without a role a friendly line', async () => {
    assert.match(await answerTo(bo, 'overblik'), /Der er ikke noget, der venter på dig/u);
    assert.match(await answerTo(anna, 'overblik'), /Skriv "mine sager"/u);
  });

  it('stands in the help of admins only', async () => {
    assert.match(await answerTo(ida, 'hjælp'), /overblik: det, der venter, sidder fast/u);
    assert.doesNotMatch(await answerTo(anna, 'hjælp'), /overblik/u);
  });

  it('takes the ids out of a reason', () => {
    for (const [reason, plain] of [
      ['Teams answered 404 to it', 'Teams answered 404 to it'],
      ['Slack answered two_factor_setup_required', 'Slack answered two_factor_setup_required'],
      ['Teams answered 403: BotDisabledByAdmin', 'Teams answered 403: BotDisabledByAdmin'],
      ['Teams answered 403: no chat 19:a1b2c3d4e5f6@unq.gbl.spaces', 'Teams answered 403: no chat …'],
      ['gone: 29:1AbCdEfGhIjKlMnOp, anna@kommune.dk', 'gone: … …'],
    ] as const)
      assert.equal(plainReason(reason), plain);
  });
});
