import assert from 'node:assert/strict';
import type { Case } from '../../bot/cases/case.ts';
import { DAY } from '../../bot/time/units.ts';
import { anAgent } from '../support/fixtures/builders.ts';
import { anna } from './support/anna-and-bo.ts';
import { type BothHouse, openBothHouse } from './support/both-context.ts';
import { inSlack, inTeams, type Party } from './support/party.ts';

const BENCH = 'En gruppe naboer vil have en bænk på hjørnet, og vejafdelingen siger nej. Hvad gør jeg?';
const CHOIR = 'Koret mangler et rum om tirsdagen, og biblioteket lukker klokken fire. Hvem kan hjælpe dem?';
const listed = { addresses: [], imported: true };
const agents = ['bo', 'eva', 'ib', 'kim', 'liv'].map((id) =>
  anAgent(id, { name: `${id} Prøve`, email: `${id}@kommune.dk`, ...listed }),
);
const WAYS = {
  'Teams, with a quotation': { here: inTeams, there: inSlack },
  'Slack, in a thread': { here: inSlack, there: inTeams },
} as const;

/** Each message and press comes in as signed HTTP. */
for (const [way, { here, there }] of Object.entries(WAYS)) {
  describe(`an answer to the card of a case in ${way}`, () => {
    let both: BothHouse;
    let asker: Party;
    let bo: Party;
    let others: Map<string, Party>;
    const open = async (...names: string[]) => {
      both = await openBothHouse([anna, ...agents.filter(({ _id }) => names.includes(_id))]);
      asker = here(both, 'anna', 'anna@kommune.dk');
      others = new Map();
      for (const name of names) {
        const party = (name === 'bo' ? here : there)(both, name, `${name}@kommune.dk`);
        await party.say('hej');
        others.set(name, party);
      }
      bo = others.get('bo') ?? assert.fail('Bo is an agent');
    };
    afterEach(async () => {
      assert.deepEqual(both.faults, []);
      await both.close();
    });

    /** Sends a dilemma; whoever is asked takes it. */
    const askAndTake = async (text: string): Promise<Party> => {
      both.setup.now = new Date(both.setup.now.getTime() + 20 * 60_000);
      await asker.say(text);
      const pressed = asker.shown().at(-1)?.buttons ?? [];
      if (!pressed.some(({ verb }) => verb === 'submit-dilemma')) await asker.press('new-dilemma');
      await asker.press('submit-dilemma', {}, { anonymous: 'no' });
      const asked = [...others.values()].find((party) => party.shown().at(-1)?.text.includes(text.slice(0, 30)));
      assert.ok(asked !== undefined, 'nobody was asked');
      await asked.press('accept-case', { text: `Fortæl mere om ${text.split(' ')[0]}` });
      return asked;
    };
    const caseAbout = async (text: string): Promise<Case> =>
      (await both.setup.store.cases.of(anna._id, 9)).find((c) => c.text === text) ?? assert.fail('no such case');
    const wordsIn = async (text: string) => (await caseAbout(text)).turns.map((turn) => turn.text);
    const cardAbout = (party: Party, words: RegExp) =>
      party.shown().findLast((message) => words.test(message.text))?.id ?? assert.fail('no such card');

    it('goes to that case, of two that its asker has open, whichever is the newer', async () => {
      await open('bo');
      await askAndTake(BENCH);
      await askAndTake(CHOIR);
      for (const [about, words] of [
        [BENCH, 'De vil gerne selv bygge bænken af gamle brædder'],
        [CHOIR, 'De er tolv og har deres egen dirigent med hjemmefra'],
      ] as const) {
        await asker.say(words, cardAbout(asker, new RegExp(`Fortæl mere om ${about.split(' ')[0]}`)));
        const buttons =
          asker
            .shown()
            .at(-1)
            ?.buttons.filter(({ verb }) => verb === 'send-to-case') ?? [];
        assert.deepEqual(
          buttons.map(({ data }) => data.case),
          [(await caseAbout(about))._id],
        );
        await asker.press('send-to-case');
        assert.equal((await wordsIn(about)).at(-1), words);
      }
      assert.equal((await wordsIn(BENCH)).length, 2);
    });

    it('goes to that case, of two that its agent has', async () => {
      await open('bo');
      await askAndTake(BENCH);
      await askAndTake(CHOIR);
      await bo.say('Hvem ejer hjørnet, som de gerne vil have bænken på?', cardAbout(bo, /bænk på hjørnet/));
      const buttons =
        bo
          .shown()
          .at(-1)
          ?.buttons.filter(({ verb }) => verb === 'send-to-case') ?? [];
      assert.deepEqual(
        buttons.map(({ data }) => data.case),
        [(await caseAbout(BENCH))._id],
      );
      await bo.press('send-to-case');
      assert.match((await wordsIn(BENCH)).at(-1) ?? '', /Hvem ejer hjørnet/);
      assert.match(asker.chat().at(-1) ?? '', /Hvem ejer hjørnet/);
    });

    it('becomes a draft that names the case when that was closed more than 30 days ago', async () => {
      await open('bo');
      await askAndTake(BENCH);
      await asker.press('close-case');
      const card = cardAbout(asker, /Fortæl mere om En/);
      both.setup.now = new Date(both.setup.now.getTime() + 31 * DAY);
      await asker.say('Nu er naboerne tilbage med en ny idé til hjørnet', card);
      const shown = asker.shown().at(-1);
      assert.match(shown?.text ?? '', /Sag 1 blev lukket for mere end 30 dage siden/);
      assert.ok(shown?.buttons.some(({ verb }) => verb === 'submit-dilemma'));
      assert.ok(!shown?.buttons.some(({ verb }) => verb === 'send-to-case'));
      assert.equal((await caseAbout(BENCH)).state, 'closed');
    });

    it('reaches the same case within 30 days, and opens it again', async () => {
      await open('bo');
      await askAndTake(BENCH);
      await asker.press('close-case');
      const card = cardAbout(asker, /Fortæl mere om En/);
      both.setup.now = new Date(both.setup.now.getTime() + 29 * DAY);
      await asker.say('Nu er naboerne tilbage med en ny idé til hjørnet', card);
      await asker.press('send-to-case');
      assert.deepEqual([(await caseAbout(BENCH)).state, (await wordsIn(BENCH)).length], ['active', 2]);
    });
  });
}
