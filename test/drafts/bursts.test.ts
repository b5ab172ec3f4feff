import assert from 'node:assert/strict';
import { createBot } from '../../bot/conversation/bot.ts';
import type { Notice } from '../../bot/notices.ts';
import { MAX_TEXT_LENGTH } from '../../bot/privacy/free-text.ts';
import { ask, openTestBot, pressNewest, say, type TestBot } from '../support/fixtures/bot-on-store.ts';
import { anAgent, aPerson, TUESDAY } from '../support/fixtures/builders.ts';

const asker = aPerson('asker');
const agent = anAgent('agent');
const FIRST = 'En gruppe naboer vil have en bænk på hjørnet';

describe('lines that follow each other', () => {
  let setup: TestBot;
  beforeEach(async () => {
    setup = await openTestBot([asker, agent]);
  });
  afterEach(() => setup.close());

  const minutesLater = (minutes: number): void => {
    setup.now = new Date(setup.now.getTime() + minutes * 60_000);
  };
  const notices = (): Notice[] => setup.chatOf(asker).map(({ notice }) => notice);
  /** The cards in the asker's chat that can be sent. */
  const sendable = () =>
    notices().flatMap((notice) => (notice.kind === 'draft' && notice.view.state === 'open' ? [notice.view] : []));
  const onlyText = (): string => {
    const [only, ...others] = sendable();
    assert.ok(only !== undefined && others.length === 0, `${sendable().length} cards with Send`);
    return only.text;
  };
  const drafts = () => setup.store.drafts.of(asker._id);

  it('are one draft with one card, which moves to the bottom', async () => {
    for (const line of [FIRST, 'men vejafdelingen siger nej', 'hvad gør jeg?']) {
      await say(setup, asker, line);
      minutesLater(9);
    }
    assert.equal(onlyText(), `${FIRST}\nmen vejafdelingen siger nej\nhvad gør jeg?`);
    assert.deepEqual(
      notices().map(({ kind }) => kind),
      ['draft-moved', 'draft-moved', 'draft'],
    );
    await pressNewest(setup, asker, 'submit-dilemma', { anonymous: 'no' });
    const [c] = await setup.store.cases.of(asker._id, 9);
    assert.equal(c?.text, `${FIRST}\nmen vejafdelingen siger nej\nhvad gør jeg?`);
    assert.equal(setup.chatOf(agent).length, 1);
  });

  it('stand apart after more than ten minutes', async () => {
    await say(setup, asker, FIRST);
    minutesLater(10);
    await say(setup, asker, 'men vejafdelingen siger nej');
    minutesLater(10.1);
    await say(setup, asker, 'Hvordan får vi flere frivillige til caféen?');
    assert.deepEqual(
      sendable().map(({ text }) => text),
      [`${FIRST}\nmen vejafdelingen siger nej`, 'Hvordan får vi flere frivillige til caféen?'],
    );
  });

  it('stand apart once a colleague has written in between, because they may answer them', async () => {
    const id = await ask(setup, asker, 'Hvordan får vi flere frivillige til caféen?');
    await pressNewest(setup, agent, 'accept-case');
    await say(setup, asker, FIRST);
    minutesLater(1);
    await pressNewest(setup, agent, 'ask-back', { case: id, text: 'Hvem er de?' });
    minutesLater(1);
    await say(setup, asker, 'Det er dem på hjørnet af gaden.');
    assert.deepEqual(
      sendable().map(({ text }) => text),
      [FIRST, 'Det er dem på hjørnet af gaden.'],
    );
  });

  it('begin a new draft once the one before was sent or thrown away', async () => {
    await say(setup, asker, FIRST);
    await pressNewest(setup, asker, 'discard-draft');
    await say(setup, asker, 'Hvordan får vi flere frivillige til caféen?');
    await pressNewest(setup, asker, 'submit-dilemma', { anonymous: 'no' });
    await say(setup, asker, 'Skal vi spørge skolen eller biblioteket først?');
    assert.equal(onlyText(), 'Skal vi spørge skolen eller biblioteket først?');
  });

  it('are not disturbed by a greeting, a command or thanks, which stay out of the draft', async () => {
    for (const line of ['Hej', FIRST, 'hjælp', 'tak', 'men vejafdelingen siger nej']) await say(setup, asker, line);
    assert.equal(onlyText(), `${FIRST}\nmen vejafdelingen siger nej`);
  });

  it('may be too short to begin a draft, and are not understood alone', async () => {
    await say(setup, asker, 'hvad så');
    assert.deepEqual(
      notices().map(({ kind }) => kind),
      ['not-understood'],
    );
    assert.deepEqual(await drafts(), []);
  });

  it('count once, however often and however late they are delivered', async () => {
    for (let times = 0; times < 2; times++) {
      await say(setup, asker, FIRST, 'one');
      await say(setup, asker, 'men vejafdelingen siger nej', 'two');
    }
    assert.equal(onlyText(), `${FIRST}\nmen vejafdelingen siger nej`);
    await pressNewest(setup, asker, 'submit-dilemma', { anonymous: 'no' });
    for (const id of ['one', 'two']) await say(setup, asker, FIRST, id);
    assert.deepEqual(sendable(), []);
    assert.equal((await drafts()).length, 1);
  });

  it('are neither lost nor doubled when many arrive at once, each twice', async () => {
    const lines = Array.from({ length: 24 }, (_, n) => `Linje ${'abcdefghijklmnopqrstuvwx'[n]} i samme åndedrag`);
    await Promise.all([...lines, ...lines].map((text) => setup.bot.hear({ id: `event ${text}`, from: asker, text })));
    await setup.sender.flush();
    assert.deepEqual(onlyText().split('\n').sort(), lines);
    assert.equal((await drafts()).length, 1);
  });

  it('are neither lost nor doubled when two processes hear them', async () => {
    const processes = [1, 2].map(() => createBot({ ...setup.deps, drafts: { ...setup.deps.drafts } }));
    const lines = Array.from({ length: 12 }, (_, n) => `Linje ${'abcdefghijkl'[n]} i samme åndedrag`);
    await Promise.all(
      lines.flatMap((text, n) => [
        processes[n % 2]?.hear({ id: `event ${text}`, from: asker, text }),
        n % 4 === 0 ? processes[(n + 1) % 2]?.hear({ id: `event ${text}`, from: asker, text }) : null,
      ]),
    );
    await setup.sender.flush();
    assert.deepEqual(onlyText().split('\n').sort(), lines);
    assert.equal((await drafts()).length, 1);
  });

  it('go where the latest of them was written, and leave a quiet line on the other platform', async () => {
    const platforms = (['teams', 'slack'] as const).map((platform) => ({ platform, id: `a-${platform}` }));
    const at = (n: number) =>
      platforms.map((address, i) => ({ ...address, at: new Date(TUESDAY.getTime() + (i === n ? 1 : 0)) }));
    const onBoth = aPerson('both', { addresses: at(0) });
    await setup.store.people.add(onBoth);
    await say(setup, onBoth, FIRST);
    for (const address of at(1))
      await setup.store.people.seen(onBoth._id, { ...address, at: new Date(address.at.getTime() + 5) });
    await say(setup, { ...onBoth, addresses: at(1) }, 'men vejafdelingen siger nej');
    assert.deepEqual(
      setup.chatOf(onBoth).map(({ platform, notice }) => [platform, notice.kind]),
      [
        ['teams', 'draft-moved'],
        ['slack', 'draft'],
      ],
    );
  });

  it('do not fit when they are too many: the last one is refused in words, and the others stay', async () => {
    const long = 'ordet '.repeat(100).trim();
    for (let n = 0; n < 6; n++) await say(setup, asker, long);
    const left = MAX_TEXT_LENGTH - onlyText().length - 1;
    await say(setup, asker, 'o'.repeat(left + 1));
    assert.deepEqual(notices().at(-1), { kind: 'draft-full', most: MAX_TEXT_LENGTH });
    assert.equal(onlyText().length, MAX_TEXT_LENGTH - left - 1);
    await say(setup, asker, 'o'.repeat(left));
    assert.equal(onlyText().length, MAX_TEXT_LENGTH);
  });

  it('hide a number that is split over two of them', async () => {
    await say(setup, asker, 'Hun ringer hver dag, 010190');
    await say(setup, asker, '1234 og spørger efter en plads');
    assert.equal(onlyText(), 'Hun ringer hver dag, [cpr-nummer]\nog spørger efter en plads');
    const [draft] = await drafts();
    assert.ok(draft !== undefined && !/010190|1234/.test(JSON.stringify(draft)), JSON.stringify(draft));
    assert.deepEqual(draft.found, ['cpr']);
  });

  it('join the form that is open, and it moves to the bottom with all of them', async () => {
    await say(setup, asker, FIRST);
    await pressNewest(setup, asker, 'change-draft');
    await say(setup, asker, 'og de har selv penge til den');
    const [moved, form] = notices();
    assert.equal(moved?.kind, 'draft-moved');
    assert.ok(form?.kind === 'draft' && form.view.state === 'changing');
    assert.equal(form.view.text, `${FIRST}\nog de har selv penge til den`);
  });

  it('are sent along when they were typed after the form was drawn that is sent', async () => {
    await say(setup, asker, FIRST);
    await pressNewest(setup, asker, 'change-draft');
    const form = setup.chatOf(asker).at(-1);
    assert.ok(form?.notice.kind === 'draft');
    const { id: draft, rev } = form.notice.view;
    await say(setup, asker, 'og de har selv penge til den');
    const data = { draft, rev, anonymous: 'no', text: 'Naboerne vil have to bænke' };
    await setup.bot.press({ from: asker, message: form.id, verb: 'submit-dilemma', data });
    const [c] = await setup.store.cases.of(asker._id, 9);
    assert.equal(c?.text, 'Naboerne vil have to bænke\nog de har selv penge til den');
  });

  describe('where others can read them', () => {
    const team = { platform: 'teams', channel: 'c', name: 'Park' } as const;
    const openly = async (text: string, id: string) => {
      await setup.bot.hear({ id, from: asker, text, team: { ...team } as never });
      await setup.sender.flush();
    };

    it('keep a draft from being anonymous, also when more is written in private', async () => {
      await openly(FIRST, 'open');
      await say(setup, asker, 'men vejafdelingen siger nej');
      assert.equal(onlyText(), `${FIRST}\nmen vejafdelingen siger nej`);
      await assert.rejects(pressNewest(setup, asker, 'submit-dilemma', { anonymous: 'yes' }), { code: 'said-openly' });
    });

    it('do not join what was begun in private, which can still go anonymously', async () => {
      await say(setup, asker, 'Min leder vil have en bænk på hjørnet');
      await openly(FIRST, 'open');
      assert.deepEqual(
        sendable().map(({ text, openly }) => [text, openly]),
        [
          ['Min leder vil have en bænk på hjørnet', false],
          [FIRST, true],
        ],
      );
    });
  });
});
