import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { CaseReply } from '../../bot/cases/notice.ts';
import type { Person } from '../../bot/people/person.ts';
import { findWarning, type Said } from '../../bot/privacy/warnings.ts';
import { ask, openTestBot, pressNewest, say, type TestBot } from '../support/fixtures/bot-on-store.ts';
import { anAgent, aPerson } from '../support/fixtures/builders.ts';

const TALK = readFileSync(new URL('../data/warnings.talk.ndjson', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line): string => JSON.parse(line).text);

const asker = aPerson('asker');
const agent = anAgent('agent');

describe('what is noticed in words', () => {
  let setup: TestBot;
  beforeEach(async () => {
    setup = await openTestBot([asker, agent]);
  });
  afterEach(() => setup.close());

  const noticed = (person: Person) =>
    setup
      .chatOf(person)
      .map(({ notice }) => notice)
      .filter((notice): notice is CaseReply & { kind: 'noticed' } => notice.kind === 'noticed')
      .map(({ warning }) => warning);

  it('is told to an agent whose number was hidden in a word to the asker, once, and only to them', async () => {
    const id = await ask(setup, asker);
    await pressNewest(setup, agent, 'accept-case');
    await pressNewest(setup, agent, 'ask-back', { text: 'Ring til mig på 20 30 40 50.' });
    const expected = { matters: [], hidden: ['phone'], named: false, deletable: false, phoneTip: true };
    assert.deepEqual(noticed(agent), [expected]);
    assert.deepEqual(noticed(asker), []);
    assert.match((await setup.store.cases.get(id))?.turns[0]?.text ?? '', /på \[telefonnummer\]\./);
  });

  it('is told when a reply belongs elsewhere, with the number to call', async () => {
    await ask(setup, asker);
    await pressNewest(setup, agent, 'accept-case', { text: 'Fortæl mere.' });
    await pressNewest(setup, asker, 'reply', { text: 'Han siger, at han ikke vil leve mere.' });
    assert.deepEqual(
      noticed(asker).map(({ matters }) => matters.map(({ kind, contact }) => [kind, contact?.phone])),
      [[['danger', '70 00 00 02']]],
    );
  });

  it('is nothing in ordinary words', async () => {
    await ask(setup, asker);
    await pressNewest(setup, agent, 'accept-case', { text: 'Hvad har I prøvet indtil nu?' });
    await pressNewest(setup, asker, 'reply', { text: 'Vi har holdt to møder med dem.' });
    assert.deepEqual([noticed(agent), noticed(asker)], [[], []]);
  });

  it('is less in a talk than in a dilemma, where a hint that is less clear counts', async () => {
    const { warningWords } = setup.deps;
    const warns = (text: string, said: Said) => findWarning(text, [], warningWords, said) !== null;
    const hint = TALK.find((text) => warns(text, 'dilemma') && !warns(text, 'in-talk')) ?? assert.fail();
    await ask(setup, asker);
    await pressNewest(setup, agent, 'accept-case', { text: 'Hvad har I prøvet indtil nu?' });
    await pressNewest(setup, asker, 'reply', { text: hint });
    assert.deepEqual(noticed(asker), []);
    await say(setup, asker, hint);
    const drawn = () => {
      const notice = setup.chatOf(asker).findLast(({ notice: { kind } }) => kind === 'draft')?.notice;
      return notice?.kind === 'draft' ? notice.view : assert.fail();
    };
    assert.deepEqual([drawn().addressees.length, drawn().warning], [1, null]);
    await pressNewest(setup, asker, 'new-dilemma');
    assert.notEqual(drawn().warning, null);
  });

  it('is told of a line that is too short for a draft', async () => {
    await say(setup, asker, '20 30 40 50');
    assert.deepEqual(
      noticed(asker).map(({ hidden }) => hidden),
      [['phone']],
    );
  });

  it('comes with the tip about the profile once, on the card where a number was first hidden', async () => {
    const tipped = () => {
      const notice = setup.chatOf(asker).findLast((card) => card.notice.kind === 'draft')?.notice;
      const warning = notice?.kind === 'draft' ? notice.view.warning : null;
      assert.deepEqual(warning?.hidden, ['phone']);
      return warning?.phoneTip ?? false;
    };
    await say(setup, asker, 'Naboen på 20 30 40 50 vil have en bænk ved søen.');
    assert.equal(tipped(), true);
    await say(setup, asker, 'Kommunen siger nej, og han klager igen.');
    assert.equal(tipped(), true, 'the card that moved keeps it');
    await pressNewest(setup, asker, 'submit-dilemma', { anonymous: 'no' });
    setup.now = new Date(setup.now.getTime() + 60_000);
    await say(setup, asker, 'Jeg glemte: Hans kone har 20 30 40 51 og vil også have en bænk.');
    assert.equal(tipped(), false);
  });

  it('has no tip for somebody whose profile holds their number', async () => {
    const known = aPerson('kendt', { phone: '70 00 01 01' });
    await setup.store.people.add(known);
    await say(setup, known, '20 30 40 50');
    assert.deepEqual(
      noticed(known).map(({ phoneTip }) => phoneTip),
      [undefined],
    );
  });

  it('asks to delete the own message only where it still shows what is hidden', async () => {
    const deletable = async (person: Person) => {
      await setup.store.people.add(person);
      await say(setup, person, 'Borgeren 010190-1234 vil have en bænk ved søen.');
      const [card] = setup.chatOf(person);
      return card?.notice.kind === 'draft' ? card.notice.view.warning?.deletable : null;
    };
    assert.equal(await deletable(aPerson('sandra')), false);
    const inTeams = {
      addresses: [{ platform: 'teams' as const, id: 'tea', at: asker.addresses[0]?.at ?? new Date(0) }],
    };
    assert.equal(await deletable(aPerson('tea', inTeams)), true);
  });
});
