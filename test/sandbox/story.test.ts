import assert from 'node:assert/strict';
import {
  ANSWER,
  askAndAccept,
  askAndAnswer,
  askAndOffer,
  DILEMMA,
  findOffer,
  sendDilemma,
} from '../support/fixtures/sandbox-cases.ts';
import {
  actionsOf,
  eventually,
  inSandbox,
  type Json,
  linksOf,
  pressOf,
  type Sandbox,
} from '../support/processes/sandbox.ts';

/** The whole life of a dilemma over HTTP, in the real program (docs/rules.md, "States of a case"). */

const codeOf = (refused: Json): string => (refused.error as { code: string }).code;
const sentenceOf = (refused: Json): string => (refused.error as { message: string }).message;

const nameOf = async (sandbox: Sandbox, id: string): Promise<string> => {
  const found = (await sandbox.people()).find((person) => person.id === id);
  return found?.name ?? assert.fail(`nobody is called ${id}`);
};

/** Their chats, to check later that nothing changed. */
const chatsOf = (sandbox: Sandbox, persons: readonly string[]) =>
  Promise.all(persons.map((person) => sandbox.messages(person)));

const verbsOf = async (sandbox: Sandbox, person: string): Promise<string[]> =>
  (await sandbox.messages(person)).flatMap(({ card }) => actionsOf(card)).map(({ verb }) => verb);

/** A person's messages about cases, without the preview of next week's principle that HR gets on Thursday. */
const aboutCases = async (sandbox: Sandbox, person: string) =>
  (await sandbox.messages(person)).filter(({ card }) => actionsOf(card).some(({ data }) => 'case' in data));

const countOf = (text: string, part: string): number => text.split(part).length - 1;

describe('a dilemma in the sandbox', () => {
  it('goes from question to rating, is thanked for, closed, reopened and withdrawn', () =>
    inSandbox(async (sandbox) => {
      const agents = await sandbox.agents();
      const asker = await sandbox.addPerson({ name: 'Alma Spørger', unit: 'Skole' });
      await sandbox.say(asker, `${DILEMMA} Ring på 010190-1234.`);
      const preview = await sandbox.button(asker, 'submit-dilemma');
      assert.ok(preview.message.text.includes('Skaterne vil selv'), 'the preview shows the text');
      assert.ok(!JSON.stringify(await sandbox.messages(asker)).includes('010190-1234'), 'masked in the chat itself');
      for (const agent of agents)
        assert.deepEqual(await aboutCases(sandbox, agent), [], 'nobody hears of it before Send');

      await sandbox.press(pressOf(preview, { anonymous: 'no' }));
      const id = String(preview.action.data.draft);
      const offer = await findOffer(sandbox, id, agents);
      const agent = offer.person;
      assert.ok(offer.message.text.includes('Alma Spørger'), 'the agent reads who asks');
      for (const other of agents.filter((one) => one !== agent)) assert.deepEqual(await aboutCases(sandbox, other), []);

      await sandbox.press(pressOf(offer, { text: 'Den tager jeg gerne.' }));
      assert.ok(
        (await sandbox.read(asker)).includes('Den tager jeg gerne.'),
        'one press accepted it and brought the words',
      );
      await sandbox.pressNewest(agent, 'ask-back', { text: 'Hvad er vigtigst for dem, der skater?' });
      // Cards prefix their fields with the verb; scripts may omit the prefix.
      await sandbox.pressNewest(asker, 'reply', { 'reply.text': 'At de selv må bygge den.' });
      assert.ok((await sandbox.read(agent)).includes('At de selv må bygge den.'));

      await sandbox.pressNewest(agent, 'answer-case', ANSWER);
      const answered = await sandbox.button(asker, 'rate-answer');
      assert.ok(answered.message.text.includes(ANSWER.text) && answered.message.text.includes(ANSWER.nextStep));
      await sandbox.pressNewest(asker, 'accept-step');
      await sandbox.pressNewest(asker, 'rate-answer', { helpful: 'yes' });
      await sandbox.pressNewest(asker, 'thank', { text: 'Tusind tak, det var lige det.' });
      assert.ok((await sandbox.read(agent)).includes('Tusind tak, det var lige det.'));

      await sandbox.pressNewest(asker, 'close-case');
      assert.equal(await sandbox.find(asker, 'close-case'), null, 'closed once and for all');
      await sandbox.pressNewest(asker, 'reopen-case', { text: 'Driften sagde nej. Hvad nu?' });
      const reopened = await sandbox.button(agent, 'answer-case');
      assert.ok(reopened.message.text.includes('Driften sagde nej. Hvad nu?'));
      await sandbox.pressNewest(asker, 'withdraw-case');
      assert.equal(await sandbox.find(agent, 'answer-case'), null, 'the agent has nothing more to do');
      const refused = await sandbox.press(pressOf(reopened, ANSWER), 409);
      assert.equal(codeOf(refused), 'withdrawn');
    }));

  it('is followed up once with the asker, on the morning after the step, and the agent is told', () =>
    inSandbox(async (sandbox) => {
      const { asker, agent } = await askAndAnswer(sandbox);
      await sandbox.pressNewest(asker, 'accept-step');
      await sandbox.setClock('2026-12-01T12:00:00.000Z');
      await sandbox.job('follow-up');
      assert.equal(await sandbox.find(asker, 'follow-up'), null, 'not on the day');
      const early = await sandbox.button(asker, 'rate-answer');
      const refused = await sandbox.press({ ...pressOf(early, { kept: 'yes' }), verb: 'follow-up' }, 409);
      assert.equal(codeOf(refused), 'not-asked-yet');
      await sandbox.setClock('2026-12-02T08:00:00.000Z');
      await sandbox.job('follow-up');
      const card = await sandbox.button(asker, 'follow-up', { kept: 'partly' });
      assert.ok(card.message.text.includes(ANSWER.nextStep), 'it quotes the step');
      const told = { 'follow-up.text': 'Vi mødtes. Ring på 010190-1234.', story: 'yes' };
      const theirs = (await sandbox.messages(agent)).at(-1)?.id ?? '';
      const byAgent = await sandbox.press({ ...pressOf(card, told), person: agent, message: theirs }, 409);
      assert.equal(codeOf(byAgent), 'only-asker');
      await sandbox.press({ ...pressOf(card), verb: 'follow-up', data: { ...card.action.data, kept: 'maybe' } }, 400);
      await sandbox.press(pressOf(card, told));
      const before = await chatsOf(sandbox, [asker, agent]);
      await sandbox.press(pressOf(card, told));
      assert.deepEqual(await chatsOf(sandbox, [asker, agent]), before, 'the same once more does nothing');
      assert.ok((await sandbox.read(asker)).includes('Tak, fordi du fortalte det'));
      const seen = await sandbox.read(agent);
      assert.ok(seen.includes('Vi mødtes.') && seen.includes('Alma svarer: Delvist'), seen);
      assert.ok(!JSON.stringify(await chatsOf(sandbox, [asker, agent])).includes('010190-1234'));
      const asked = (await sandbox.messages(asker)).length;
      for (const later of ['2026-12-17T09:00:00.000Z', '2027-01-11T09:00:00.000Z']) {
        await sandbox.setClock(later);
        await sandbox.job('follow-up');
      }
      assert.equal((await sandbox.messages(asker)).length, asked, 'never again');
    }));

  it('is followed up two weeks after closing with an anonymous asker without a step, who is named to nobody', () =>
    inSandbox(async (sandbox) => {
      const who = { name: 'Alma Spørger', unit: 'Havnekontoret' };
      const { asker, agent } = await askAndAccept(sandbox, who, { anonymous: 'yes' });
      await sandbox.pressNewest(agent, 'answer-case', { text: 'Ring til dem.', outcome: 'advice' });
      await sandbox.pressNewest(asker, 'close-case');
      await sandbox.setClock('2026-12-08T09:30:00.000Z');
      await sandbox.job('follow-up');
      await sandbox.pressNewest(asker, 'follow-up', { kept: 'no', text: 'De tog den ikke.' });
      const seen = JSON.stringify(await sandbox.messages(agent));
      assert.ok(seen.includes('De tog den ikke.'));
      for (const telling of ['Alma', who.unit, asker]) assert.ok(!seen.includes(telling), telling);
    }));

  it('keeps an anonymous asker unknown until they reveal themselves', () =>
    inSandbox(async (sandbox) => {
      const who = { name: 'Alma Spørger', unit: 'Havnekontoret', profession: 'Havnemester' };
      const { asker, agent } = await askAndAccept(sandbox, who, { anonymous: 'yes' });
      await sandbox.pressNewest(asker, 'reply', { text: 'Jeg tør ikke sige det højt.' });
      const seen = JSON.stringify(await sandbox.messages(agent));
      for (const telling of ['Alma', 'Spørger', who.unit, who.profession, asker])
        assert.ok(!seen.includes(telling), telling);
      assert.ok(!(await verbsOf(sandbox, asker)).includes('talk'), 'to talk, they would have to show themselves');
      const about = await sandbox.button(asker, 'reply');
      const refused = await sandbox.press({ ...pressOf(about), verb: 'talk' }, 409);
      assert.equal(codeOf(refused), 'reveal-first');

      await sandbox.pressNewest(agent, 'talk', { start: '2026-11-25T10:00:00+01:00' });
      assert.deepEqual(
        linksOf((await sandbox.messages(asker)).map(({ card }) => card)),
        [],
        'an invitation would name both',
      );
      await sandbox.pressNewest(asker, 'reveal-me');
      await eventually('the name', async () => ((await sandbox.read(agent)).includes('Alma Spørger') ? true : null));
      assert.equal(linksOf((await sandbox.messages(asker)).map(({ card }) => card)).length, 1);
    }));

  it('goes to the next agent when one declines', () =>
    inSandbox(async (sandbox) => {
      const { id, agent } = await askAndOffer(sandbox);
      await sandbox.pressNewest(agent, 'decline-case', { reason: 'not-today' });
      const next = await findOffer(sandbox, id, await sandbox.agents());
      assert.notEqual(next.person, agent);
      assert.equal(await sandbox.find(agent, 'accept-case'), null);
    }));

  it('goes to the next agent at the quarter after two working hours without an answer, and not before', () =>
    inSandbox(async (sandbox) => {
      const { id, agent, offer } = await askAndOffer(sandbox);
      await sandbox.advance('PT1H58M');
      await sandbox.job('offers');
      assert.equal((await findOffer(sandbox, id, await sandbox.agents())).person, agent);
      // What an agent is told is rounded up to the next quarter of an hour.
      await sandbox.advance('PT17M');
      await sandbox.job('offers');
      assert.equal(await sandbox.find(agent, 'accept-case'), null, 'the lapsed offer has no buttons');
      assert.equal(codeOf(await sandbox.press(pressOf(offer), 409)), 'offer-gone');
      assert.notEqual((await findOffer(sandbox, id, await sandbox.agents())).person, agent);
    }));

  it('goes to the next agent at the quarter after half an hour when help is needed today', () =>
    inSandbox(async (sandbox) => {
      const { id, agent } = await askAndOffer(sandbox, {}, { today: 'true' });
      await sandbox.advance('PT28M');
      await sandbox.job('offers');
      assert.equal((await findOffer(sandbox, id, await sandbox.agents())).person, agent);
      // What an agent is told is rounded up to the next quarter of an hour.
      await sandbox.advance('PT17M');
      await sandbox.job('offers');
      assert.notEqual((await findOffer(sandbox, id, await sandbox.agents())).person, agent);
    }));

  const declinedByAll = async (sandbox: Sandbox, person: { manager?: string } = {}) => {
    const { asker, id } = await askAndOffer(sandbox, person);
    const agents = await sandbox.agents();
    const declined: string[] = [];
    for (let offers = 0; offers < 3; offers++) {
      const offer = await sandbox.button(agents, 'decline-case', { case: id });
      declined.push(offer.person);
      await sandbox.press(pressOf(offer, { reason: 'not-my-field' }));
    }
    assert.equal(await sandbox.find(agents, 'accept-case', { case: id }), null, 'after three, nobody more is asked');
    return { asker, id, declined };
  };

  it('is shown to all agents but the asker’s managers with the asker’s consent; one of two concurrent claims wins', () =>
    inSandbox(async (sandbox) => {
      const every = { principles: ['bygger-bro', 'lytter-foerst'], topics: ['borgerinitiativ', 'borgerdialog'] };
      const top = await sandbox.addPerson({ name: 'Tove Top', unit: 'Skole', agent: every });
      const manager = await sandbox.addPerson({ name: 'Lars Leder', unit: 'Skole', agent: every, manager: top });
      for (const name of ['Ane Ny', 'Otto Ny']) await sandbox.addPerson({ name, unit: 'Skole', agent: {} });
      const { asker, id, declined } = await declinedByAll(sandbox, { manager });
      await sandbox.pressNewest(asker, 'share-with-all', { share: 'yes' });
      const others = (await sandbox.agents()).filter((agent) => ![manager, top, ...declined].includes(agent));
      const cards = await Promise.all(others.map((agent) => findOffer(sandbox, id, [agent])));
      for (const agent of declined) assert.equal(await sandbox.find(agent, 'accept-case'), null, 'a no is a no');
      for (const above of [manager, top]) {
        assert.deepEqual(await sandbox.messages(above), [], 'a manager never hears of it');
        const [card] = cards;
        assert.ok(card);
        await sandbox.press({ ...pressOf(card), person: above }, 404);
      }

      const [first, second] = cards;
      assert.ok(first && second);
      const took = await Promise.all(
        [first, second].map(async (card) => ({
          card,
          ...(await sandbox.call('POST', '/sandbox/actions', pressOf(card))),
        })),
      );
      const won = took.filter(({ status }) => status === 200);
      const lost = took.filter(({ status }) => status === 409);
      assert.deepEqual([won.length, lost.length], [1, 1], took.map(({ text }) => text).join());
      const winner = await nameOf(sandbox, won[0]?.card.person ?? '');
      assert.equal(codeOf(lost[0]?.json as Json), 'taken');
      assert.ok(sentenceOf(lost[0]?.json as Json).includes(winner), 'the sentence says who');
      const loser = lost[0]?.card.person ?? '';
      assert.equal(await sandbox.find(loser, 'accept-case'), null);
      assert.ok((await sandbox.read(loser)).includes(winner), 'and so does the other’s card');
      assert.ok((await sandbox.read(asker)).includes(winner));
    }));

  it('waits for the next agent who becomes free when the asker says no', () =>
    inSandbox(async (sandbox) => {
      const { asker, id } = await declinedByAll(sandbox);
      const agents = await sandbox.agents();
      await sandbox.pressNewest(asker, 'share-with-all', { share: 'no' });
      await sandbox.job('offers');
      assert.equal(await sandbox.find(agents, 'accept-case', { case: id }), null);
      assert.ok((await verbsOf(sandbox, asker)).includes('withdraw-case'), 'they may still take it back');
      const fresh = await sandbox.addPerson({ name: 'Nina Ny', unit: 'Rådhuset', agent: {} });
      await sandbox.job('offers');
      assert.equal((await findOffer(sandbox, id, [fresh])).person, fresh);
    }));

  it('can become a talk: its calendar link works, a forged one does not', () =>
    inSandbox(async (sandbox) => {
      const { asker, agent } = await askAndAccept(sandbox);
      await sandbox.pressNewest(agent, 'talk', {
        start: '2026-11-25T10:00:00+01:00',
        minutes: '30',
        place: 'Rådhusets kantine',
      });
      const [link, ...more] = linksOf((await sandbox.messages(asker)).map(({ card }) => card));
      assert.ok(link !== undefined && more.length === 0);
      const file = await fetch(link);
      const text = await file.text();
      assert.equal(file.status, 200);
      assert.match(file.headers.get('content-type') ?? '', /^text\/calendar/);
      assert.match(text, /^BEGIN:VCALENDAR/);
      assert.match(text, /DTSTART:20261125T090000Z/);
      assert.ok(!text.includes('Skaterne'), 'it never says what the case is about');

      const [head = '', token = ''] = link.split('/files/');
      const [payload = '', mark = ''] = token.replace(/\.ics$/, '').split('.');
      const content = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
      const other = Buffer.from(JSON.stringify({ ...content, turn: 1 })).toString('base64url');
      const flipped = `${mark.startsWith('A') ? 'B' : 'A'}${mark.slice(1)}`;
      for (const forged of [
        `${other}.${mark}`,
        `${payload}.${flipped}`,
        `${payload}.`,
        payload,
        `.${mark}`,
        `${payload}.${mark}.x`,
        'x',
      ]) {
        assert.equal((await fetch(`${head}/files/${forged}.ics`)).status, 404, forged);
      }
    }));

  it('closes by itself ten quiet working days after the answer, and continues when the asker writes', () =>
    inSandbox(async (sandbox) => {
      const { asker, agent } = await askAndAnswer(sandbox);
      await sandbox.setClock('2026-12-08T13:00:00.000Z');
      await sandbox.job('follow-up');
      assert.ok((await verbsOf(sandbox, asker)).includes('close-case'), 'nine days and a bit: still open');
      await sandbox.setClock('2026-12-08T15:30:00.000Z');
      await sandbox.job('follow-up');
      assert.ok(!(await verbsOf(sandbox, asker)).includes('close-case'));
      await sandbox.setClock('2026-12-09T09:00:00.000Z');
      await sandbox.pressNewest(asker, 'reopen-case', { text: 'De vil have den et andet sted nu.' });
      const again = await sandbox.button(agent, 'answer-case');
      assert.ok(again.message.text.includes('De vil have den et andet sted nu.'));
    }));

  it('reminds the agent once after ten quiet days, and after ten more lets the asker choose another', () =>
    inSandbox(async (sandbox) => {
      const { asker, agent, id } = await askAndAccept(sandbox);
      await sandbox.pressNewest(agent, 'ask-back', { text: 'Hvad er vigtigst for dem?' });
      await sandbox.pressNewest(asker, 'reply', { text: 'At de bygger den selv.' });
      const before = (await sandbox.messages(agent)).length;
      await sandbox.setClock('2026-12-09T09:00:00.000Z');
      for (let runs = 0; runs < 3; runs++) await sandbox.job('follow-up');
      await sandbox.job('offers');
      assert.equal((await sandbox.messages(agent)).length, before + 1);
      assert.equal(await sandbox.find(asker, 'ask-another'), null);
      await sandbox.setClock('2027-01-06T09:00:00.000Z');
      await sandbox.job('follow-up');
      await sandbox.pressNewest(asker, 'ask-another');
      assert.notEqual((await findOffer(sandbox, id, await sandbox.agents())).person, agent);
      assert.equal(await sandbox.find(agent, 'answer-case'), null, 'the first one no longer has it');
    }));

  it('disturbs no agent on a Saturday, but answers the asker immediately', () =>
    inSandbox(async (sandbox) => {
      await sandbox.setClock('2026-11-28T10:00:00.000Z');
      const agents = await sandbox.agents();
      const { asker, id } = await sendDilemma(
        sandbox,
        await sandbox.addPerson({ name: 'Alma Spørger', unit: 'Skole' }),
      );
      assert.ok((await verbsOf(sandbox, asker)).includes('withdraw-case'), 'the preview became the case’s card');
      for (const later of ['2026-11-28T22:00:00.000Z', '2026-11-29T15:00:00.000Z', '2026-11-30T06:50:00.000Z']) {
        await sandbox.setClock(later);
        await sandbox.job('offers');
        for (const agent of agents) assert.deepEqual(await aboutCases(sandbox, agent), [], later);
      }
      await sandbox.setClock('2026-11-30T07:01:00.000Z');
      const offer = await findOffer(sandbox, id, agents);
      await sandbox.setClock('2026-11-30T08:55:00.000Z');
      await sandbox.job('offers');
      assert.equal((await findOffer(sandbox, id, agents)).person, offer.person, 'the two hours began on Monday');
    }));

  it('expires as a draft that is not sent within two working days', () =>
    inSandbox(async (sandbox) => {
      const asker = await sandbox.addPerson({ name: 'Alma Spørger', unit: 'Skole' });
      await sandbox.say(asker, DILEMMA);
      const preview = await sandbox.button(asker, 'submit-dilemma');
      // Written on a Tuesday, it can be sent until Thursday is over.
      await sandbox.setClock('2026-11-26T22:58:00.000Z');
      await sandbox.job('retention');
      await sandbox.press({ ...pressOf(preview), verb: 'change-draft' });
      await sandbox.setClock('2026-11-26T23:01:00.000Z');
      await sandbox.job('retention');
      assert.equal(codeOf(await sandbox.press(pressOf(preview, { anonymous: 'no' }), 409)), 'draft-ended');
      assert.equal(await sandbox.find(asker, 'submit-dilemma'), null);
      const fromBot = (await sandbox.messages(asker)).filter(({ from }) => from === 'bot');
      assert.ok(!JSON.stringify(fromBot).includes('Skaterne'), 'the text is gone from the card');
    }));

  it('receives a message when it waits for one', () =>
    inSandbox(async (sandbox) => {
      const { asker, agent, id } = await askAndAccept(sandbox);
      await sandbox.pressNewest(agent, 'ask-back', { text: 'Hvad er vigtigst for dem?' });
      await sandbox.say(asker, 'Det vigtigste for dem er, at de selv må bygge den.');
      const draft = await sandbox.button(asker, 'new-dilemma');
      const [first] = actionsOf(draft.message.card);
      assert.equal(first?.verb, 'send-to-case', 'the draft’s first button');
      assert.equal(first?.data.case, id);
      await sandbox.pressNewest(asker, 'send-to-case');
      assert.ok((await sandbox.read(agent)).includes('at de selv må bygge den'));
      assert.equal(codeOf(await sandbox.press(pressOf(draft, { anonymous: 'no' }), 409)), 'draft-used');
      assert.deepEqual(
        (await verbsOf(sandbox, agent)).filter((verb) => verb === 'accept-case'),
        [],
        'no second case',
      );
    }));

  it('handles a press once, however often it is repeated concurrently', () =>
    inSandbox(async (sandbox) => {
      const { asker, agent, sent } = await askAndAccept(sandbox);
      await Promise.all(Array.from({ length: 5 }, () => sandbox.press(pressOf(sent, { anonymous: 'no' }))));
      const ask = await sandbox.button(agent, 'ask-back');
      const pressing = pressOf(ask, { text: 'Hvor meget plads er der?' });
      await Promise.all(Array.from({ length: 5 }, () => sandbox.press(pressing)));
      await sandbox.press(pressing);
      const before = await chatsOf(sandbox, [asker, agent]);
      await sandbox.press(pressing);
      assert.deepEqual(await chatsOf(sandbox, [asker, agent]), before, 'nothing happened');
      for (const person of [asker, agent])
        assert.equal(countOf(await sandbox.read(person), 'Hvor meget plads er der?'), 1);
    }));

  it('updates a stale card, which may still do what is allowed', () =>
    inSandbox(async (sandbox) => {
      const { asker, agent } = await askAndAccept(sandbox);
      const stale = await sandbox.button(agent, 'answer-case');
      await sandbox.pressNewest(asker, 'reply', { text: 'Naboerne er også med nu.' });
      await sandbox.press({ ...pressOf(stale, { text: 'Godt at høre.' }), verb: 'reply' });
      assert.ok((await sandbox.read(asker)).includes('Godt at høre.'), 'another revision alone refuses nothing');
      await sandbox.pressNewest(agent, 'answer-case', ANSWER);
      const refused = await sandbox.press(pressOf(stale, { ...ANSWER, text: 'Et svar til.' }), 409);
      assert.equal(codeOf(refused), 'already-answered');
      assert.ok(sentenceOf(refused).length > 20, 'a sentence for a person');
      assert.ok(!(await sandbox.read(asker)).includes('Et svar til.'));
      assert.equal(await sandbox.find(agent, 'answer-case'), null);
    }));

  it('shows each message once in its current form, ascending by seq', () =>
    inSandbox(async (sandbox) => {
      const { asker, agent } = await askAndAnswer(sandbox);
      for (const person of [asker, agent]) {
        const all = await sandbox.messages(person);
        const seqs = all.map(({ seq }) => seq);
        assert.deepEqual(
          seqs,
          [...seqs].sort((a, b) => a - b),
        );
        assert.equal(new Set(all.map(({ id }) => id)).size, all.length);
        const last = seqs.at(-1) ?? 0;
        assert.deepEqual(await sandbox.messages(person, last), []);
        await sandbox.say(person, 'mine sager');
        const news = await sandbox.messages(person, last);
        assert.deepEqual(
          news.map(({ from }) => from),
          ['me', 'bot'],
        );
      }
    }));
});
