import assert from 'node:assert/strict';
import { askAndAccept } from '../support/fixtures/sandbox-cases.ts';
import { actionsOf, linksOf, type Message, pressOf, type Sandbox } from '../support/processes/sandbox.ts';
import { useSharedSandbox } from '../support/processes/shared-sandbox.ts';

/** What the chat offers when somebody types while they talk with a colleague (docs/rules.md, "Writing to a colleague"). */
describe('typing in the chat of the sandbox', function () {
  this.timeout(120_000);
  const { inSandbox } = useSharedSandbox();

  const newest = async (sandbox: Sandbox, person: string) =>
    (await sandbox.messages(person)).findLast(({ from }) => from === 'bot') ?? assert.fail('Sammen said nothing');
  /** The title of the answer, and its verbs. */
  const offered = async (sandbox: Sandbox, person: string, text: string): Promise<[string, string[]]> => {
    await sandbox.say(person, text);
    const { text: shown, card } = await newest(sandbox, person);
    return [shown.split('\n')[0] ?? '', actionsOf(card).map(({ verb }) => verb)];
  };
  const SMALL = ['send-to-case', 'new-dilemma', 'discard-draft'];
  const titleOf = async (sandbox: Sandbox, person: string) => (await newest(sandbox, person)).text.split('\n')[0];

  it('goes to the colleague in every state of the case, from both sides, with one card', () =>
    inSandbox(async (sandbox) => {
      const { asker, agent } = await askAndAccept(sandbox);
      const people = await sandbox.people();
      const name = (id: string) => people.find((person) => person.id === id)?.name ?? assert.fail(id);
      const send = async (from: string, text: string) => {
        const other = from === asker ? agent : asker;
        assert.deepEqual(await offered(sandbox, from, text), [`Skal jeg sende det til ${name(other)}?`, SMALL], text);
        const before = (await sandbox.messages(from)).length;
        await sandbox.pressNewest(from, 'send-to-case');
        assert.equal((await sandbox.messages(from)).length, before, 'no other message');
        assert.equal(
          (await sandbox.messages(from)).filter(({ text: shown }) => shown === `Sendt til ${name(other)}.`).length > 0,
          true,
        );
        assert.ok((await sandbox.read(other)).includes(text), text);
      };
      await send(agent, 'Hvad er vigtigst for dem?');
      await send(asker, 'At de selv må bygge den.');
      await send(agent, 'Så inviter dem på pladsen.');
      await sandbox.pressNewest(agent, 'answer-case', { text: 'Inviter dem.', outcome: 'advice' });
      assert.deepEqual(await offered(sandbox, asker, 'Tusind tak for hjælpen'), [
        `Skal jeg sende din tak til ${name(agent)}?`,
        SMALL,
      ]);
      await sandbox.pressNewest(asker, 'send-to-case');
      assert.ok((await sandbox.read(agent)).includes('Tusind tak for hjælpen'));
      await send(asker, 'Hvem taler jeg med i driften?');
      await sandbox.pressNewest(asker, 'close-case');
      await send(asker, 'Nu ringede driften.');
    }));

  it('can be sent as a dilemma at once when it reads like one', () =>
    inSandbox(async (sandbox) => {
      const { asker } = await askAndAccept(sandbox);
      const other = 'Hvordan får vi forældrene på skolen med fra starten af projektet?';
      const [title, verbs] = await offered(sandbox, asker, other);
      assert.match(title, /^Skal jeg sende det til /);
      assert.deepEqual(verbs, ['send-to-case', 'new-dilemma', 'submit-dilemma', 'discard-draft']);
      await sandbox.pressNewest(asker, 'submit-dilemma');
      assert.match((await newest(sandbox, asker)).text, /Du spurgte/);
      assert.ok((await sandbox.read(asker)).includes(other));
      // The agents are everybody's in this sandbox.
      await sandbox.pressNewest(asker, 'withdraw-case');
      await sandbox.pressNewest(asker, 'close-case');
    }));

  it('is kept in a case that waits, and is words to Sammen for somebody else', () =>
    inSandbox(async (sandbox) => {
      const asker = await sandbox.addPerson({ name: 'Signe Spørger', unit: 'Park' });
      await sandbox.say(asker, 'Skaterne vil selv bygge en rampe, men vi er tre afdelinger om pladsen.');
      await sandbox.pressNewest(asker, 'submit-dilemma', { anonymous: 'no' });
      assert.deepEqual(await offered(sandbox, asker, 'Og de har selv penge til den.'), [
        'Skal jeg lægge det til din sag?',
        SMALL,
      ]);
      await sandbox.pressNewest(asker, 'send-to-case');
      assert.match((await titleOf(sandbox, asker)) ?? '', /lagt det til din sag/u);
      const stranger = await sandbox.addPerson({ name: 'Mads Fremmed', unit: 'Skole' });
      assert.ok(
        (await offered(sandbox, stranger, 'Hvordan siger jeg nej til en god idé?'))[1].includes('submit-dilemma'),
      );
    }));

  it('says yes to a talk, with a button or a bare yes', () =>
    inSandbox(async (sandbox) => {
      const { asker, agent } = await askAndAccept(sandbox);
      await sandbox.pressNewest(agent, 'talk', { start: '2031-01-15T09:00:00.000Z', minutes: 30 });
      assert.ok(await sandbox.find(asker, 'accept-talk'));
      await sandbox.say(asker, 'ja, det passer fint');
      assert.match((await titleOf(sandbox, asker)) ?? '', /^Aftalt med /u);
      assert.match(await sandbox.read(agent), /siger ja til en snak/u);
      assert.equal((await offered(sandbox, asker, 'ja'))[1][0], 'send-to-case');
    }));

  const newestOf = (messages: readonly Message[], person: string) => ({ person, message: messages.at(-1)?.id ?? '' });

  it('is moved and called off by either side, and the calendar files of both follow', () =>
    inSandbox(async (sandbox) => {
      const { asker, agent } = await askAndAccept(sandbox);
      const when = (day: number) => ({ start: `2031-01-${day}T09:00:00.000Z`, minutes: 30, place: 'Kantinen' });
      const file = async (person: string): Promise<string> => {
        const links = (await sandbox.messages(person)).flatMap(({ card }) => linksOf(card));
        const url = links.findLast((link) => link.endsWith('.ics')) ?? assert.fail(`no file for ${person}`);
        const answer = await fetch(url);
        assert.equal(answer.status, 200);
        return (await answer.text()).replace(/\r\n[ \t]/gu, '');
      };
      const both = async (...lines: RegExp[]): Promise<void> => {
        for (const person of [asker, agent]) for (const line of lines) assert.match(await file(person), line);
      };
      await sandbox.pressNewest(agent, 'talk', when(15));
      await sandbox.pressNewest(asker, 'accept-talk');
      await both(/^DTSTART:20310115T090000Z/mu, /^STATUS:CONFIRMED/mu, /^SEQUENCE:1/mu);
      await sandbox.pressNewest(agent, 'reply', { text: 'Vi ses. Tag gerne tegningen med.' });
      assert.match(await sandbox.read(asker), /Jeres snak: .* kl\. 10, 30 minutter/u);
      await sandbox.pressNewest(asker, 'talk', when(16));
      assert.match(await sandbox.read(agent), /vil gerne flytte jeres snak til /u);
      await both(/^DTSTART:20310116T090000Z/mu, /^STATUS:TENTATIVE/mu, /^SEQUENCE:2/mu);
      const calledOff = await sandbox.button(agent, 'cancel-talk');
      await sandbox.press(pressOf(calledOff));
      assert.match(await sandbox.read(asker), /^Snakken med .* er aflyst$/mu);
      await both(/^METHOD:CANCEL/mu, /^STATUS:CANCELLED/mu, /^SEQUENCE:3/mu);
      const before = await sandbox.messages(asker);
      await sandbox.press(pressOf(calledOff));
      assert.deepEqual(await sandbox.messages(asker), before, 'a doubled press is done once');
      const data = calledOff.action.data;
      const { error } = await sandbox.press({ ...newestOf(before, asker), verb: 'cancel-talk', data }, 409);
      assert.equal((error as { code: string }).code, 'no-talk-to-cancel');
      await sandbox.pressNewest(asker, 'withdraw-case');
    }));

  it('offers no dead button to a colleague who was forgotten', () =>
    inSandbox(async (sandbox) => {
      const { asker, agent, id } = await askAndAccept(sandbox);
      await sandbox.say(asker, 'slet mig');
      await sandbox.pressNewest(asker, 'forget-me');
      await sandbox.say(agent, 'Hvordan er det gået med rampen på pladsen?');
      // The agent may talk with others, too.
      const cases = actionsOf((await newest(sandbox, agent)).card).map(({ data }) => data.case);
      assert.ok(!cases.includes(id), cases.join());
    }));
});
