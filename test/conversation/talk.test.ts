import assert from 'node:assert/strict';
import type { DraftView } from '../../bot/drafts/notice.ts';
import type { CaseId } from '../../bot/ids.ts';
import type { Notice } from '../../bot/notices.ts';
import type { Person } from '../../bot/people/person.ts';
import { DAY } from '../../bot/time/units.ts';
import { ask, openTestBot, pressNewest, say, type TestBot } from '../support/fixtures/bot-on-store.ts';
import { anAgent, aPerson, TUESDAY } from '../support/fixtures/builders.ts';

const asker = aPerson('asker');
const agent = anAgent('agent');

describe('words from the chat', () => {
  let setup: TestBot;
  beforeEach(async () => {
    setup = await openTestBot([asker, agent]);
  });
  afterEach(() => setup.close());

  const answer = async (from: Person, text: string, inReplyTo?: string): Promise<Notice> => {
    if (inReplyTo === undefined) await say(setup, from, text);
    else {
      await setup.bot.hear({ id: `reply-${text}`, from, text, inReplyTo });
      await setup.sender.flush();
    }
    return setup.chatOf(from).at(-1)?.notice ?? assert.fail('Sammen said nothing');
  };
  const asked = async (from: Person, text: string, inReplyTo?: string): Promise<DraftView> => {
    const notice = await answer(from, text, inReplyTo);
    return notice.kind === 'draft' ? notice.view : assert.fail(`${text}: ${notice.kind}`);
  };
  const offers = async (from: Person, text: string) =>
    (await asked(from, text)).addressees.map(({ does, hearer }) => [does, hearer.as === 'named' ? hearer.name : null]);
  const press = (from: Person, verb: string, data: Record<string, unknown> = {}) =>
    pressNewest(setup, from, verb, data);
  const turnsOf = async (id: CaseId) =>
    (await setup.store.cases.get(id))?.turns.map(({ by, kind, text }) => [by, kind, text]);
  const newest = (of: Person) => setup.chatOf(of).at(-1)?.notice;

  it('go to the colleague with one press, and the same card says how far they are', async () => {
    const id = await ask(setup, asker);
    await press(agent, 'accept-case');
    assert.deepEqual(await offers(agent, 'Hvad har du prøvet?'), [['ask-back', asker.name]]);
    await press(agent, 'send-to-case', { case: id });
    assert.deepEqual(await offers(asker, 'ja, på torsdag'), [['reply', agent.name]]);
    const before = setup.chatOf(asker).length;
    await press(asker, 'send-to-case', { case: id });
    assert.equal(setup.chatOf(asker).length, before, 'no other card');
    const sent = newest(asker);
    assert.ok(sent?.kind === 'draft' && sent.view.state === 'used');
    assert.deepEqual(sent.view.sent?.passage, { state: 'sent' });
    assert.deepEqual(await offers(agent, 'Så prøv det.'), [['reply', asker.name]]);
    assert.deepEqual(await turnsOf(id), [
      ['agent', 'ask-back', 'Hvad har du prøvet?'],
      ['asker', 'reply', 'ja, på torsdag'],
    ]);
  });

  it('are kept in a case that nobody has, and read by whoever takes it', async () => {
    const id = await ask(setup, asker);
    assert.deepEqual(await offers(asker, 'Jeg glemte: det haster ikke.'), [['keep', null]]);
    await press(asker, 'send-to-case', { case: id });
    await press(agent, 'accept-case');
    const card = newest(agent);
    assert.ok(card?.kind === 'case' && 'turns' in card.view);
    assert.deepEqual(
      card.view.turns.map(({ text }) => text),
      ['Jeg glemte: det haster ikke.'],
    );
  });

  it('are a dilemma of their own when their writer says so, with a way back', async () => {
    const id = await ask(setup, asker);
    await press(agent, 'accept-case');
    await asked(asker, 'Noget helt andet om legepladsen ved skolen.');
    await press(asker, 'new-dilemma');
    const preview = newest(asker);
    assert.ok(preview?.kind === 'draft' && preview.view.isNew);
    await press(asker, 'send-to-case', { case: id });
    assert.deepEqual(await turnsOf(id), [['asker', 'reply', 'Noget helt andet om legepladsen ved skolen.']]);
  });

  it('of thanks reach the colleague without opening the case again', async () => {
    const id = await ask(setup, asker);
    assert.equal((await answer(asker, 'tak')).kind, 'thanks');
    await press(agent, 'accept-case');
    assert.deepEqual(await offers(asker, 'tak'), [['reply', agent.name]]);
    await press(asker, 'discard-draft');
    await say(setup, agent, 'sag 1');
    await press(agent, 'answer-case', { text: 'Inviter dem.', outcome: 'advice' });
    for (const text of ['Tusind tak for hjælpen!', 'ok', '👍']) {
      assert.deepEqual(await offers(asker, text), [['thank', agent.name]], text);
      await press(asker, 'send-to-case', { case: id });
    }
    assert.equal((await setup.store.cases.get(id))?.state, 'answered');
    assert.equal((await turnsOf(id))?.filter(([, kind]) => kind === 'thanks').length, 3);
    assert.equal((await answer(agent, 'tak')).kind, 'thanks');
  });

  it('go to a case for 30 days after it was closed, from its asker', async () => {
    const id = await ask(setup, asker);
    await press(agent, 'accept-case', { text: 'Inviter dem først.' });
    await press(asker, 'close-case');
    const card = setup.chatOf(asker).findLast(({ notice }) => notice.kind === 'case')?.id;
    setup.now = new Date(TUESDAY.getTime() + 29 * DAY);
    assert.deepEqual(await offers(asker, 'Nu er der kommet nyt i sagen.'), [['reply', agent.name]]);
    assert.deepEqual(await offers(agent, 'Hvordan er det så gået med naboerne?'), []);
    setup.now = new Date(TUESDAY.getTime() + 31 * DAY);
    assert.deepEqual(await offers(asker, 'Nu er der kommet mere nyt i sagen.'), []);
    const quoting = await asked(asker, 'Og nu er der kommet endnu mere nyt.', card);
    assert.deepEqual([quoting.addressees, quoting.follows], [[], 1]);
    assert.equal((await setup.store.cases.get(id))?.state, 'closed');
  });

  it('stand in the field of an offer, and only its button takes the case', async () => {
    const id = await ask(setup, asker);
    const notice = await answer(agent, 'ja, den tager jeg');
    assert.ok(notice.kind === 'case' && notice.view.viewer === 'offered');
    assert.equal(notice.view.typed?.text, 'ja, den tager jeg');
    assert.equal((await setup.store.cases.get(id))?.state, 'waiting');
    await press(agent, 'accept-case', { text: 'ja, den tager jeg' });
    assert.deepEqual(await turnsOf(id), [['agent', 'reply', 'ja, den tager jeg']]);
    assert.deepEqual(await setup.store.drafts.openOf(agent._id), []);
  });

  it('in the field of an offer can be a dilemma of their own', async () => {
    await ask(setup, asker);
    const notice = await answer(agent, 'Jeg er selv i tvivl om en borger på biblioteket.');
    assert.ok(notice.kind === 'case' && notice.view.viewer === 'offered');
    await press(agent, 'new-dilemma', { draft: notice.view.typed?.draft });
    const preview = newest(agent);
    assert.ok(preview?.kind === 'draft' && preview.view.isNew);
    const offer = setup.chatOf(agent).at(-2)?.notice;
    assert.ok(offer?.kind === 'case' && offer.view.viewer === 'offered' && offer.view.typed === undefined);
  });

  it('that are a bare yes accept the one talk that waits for it', async () => {
    const id = await ask(setup, asker);
    await press(agent, 'accept-case');
    await press(agent, 'talk', { day: '2026-11-26', time: '10:00' });
    const card = setup.chatOf(asker).at(-1);
    assert.ok(
      card?.notice.kind === 'case' && 'may' in card.notice.view && card.notice.view.may.includes('accept-talk'),
    );
    const view = await asked(asker, 'Ja tak, det passer fint 👍');
    assert.equal(view.sent?.kind, 'talk-accepted');
    assert.deepEqual((await turnsOf(id))?.at(-1), ['asker', 'talk-accepted', '']);
    const told = newest(agent);
    assert.ok(told?.kind === 'case' && told.why === 'talk-accepted');
    assert.deepEqual(await offers(asker, 'ja'), [['reply', agent.name]]);
  });

  it('never tell the agent who an anonymous asker is', async () => {
    await say(setup, asker, 'Hvordan får jeg naboerne med fra starten?');
    await press(asker, 'submit-dilemma', { anonymous: 'yes' });
    await press(agent, 'accept-case');
    assert.deepEqual(await offers(agent, 'Hvad har du prøvet indtil nu?'), [['ask-back', null]]);
    await setup.store.people.change(asker._id, { left: TUESDAY });
    assert.deepEqual(await offers(agent, 'Og hvem har du talt med?'), [['ask-back', null]]);
  });

  it('choose the case by the message that they answer', async () => {
    const other = anAgent('other');
    await setup.store.people.add(other);
    await ask(setup, asker);
    const first = setup.chatOf(asker).at(-1)?.id;
    await say(setup, asker, 'Hvordan siger jeg nej til en god idé?');
    await press(asker, 'new-dilemma');
    await press(asker, 'submit-dilemma', { anonymous: 'no' });
    const open = await asked(asker, 'De vil gerne mødes på torsdag.');
    assert.equal(open.addressees.length, 2);
    const one = await asked(asker, 'De vil gerne mødes på fredag.', first);
    assert.deepEqual(
      one.addressees.map(({ number }) => number),
      [1],
    );
  });
});
