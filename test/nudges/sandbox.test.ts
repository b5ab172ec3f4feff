import assert from 'node:assert/strict';
import { actionsOf, inSandbox, type Message, type Sandbox } from '../support/processes/sandbox.ts';

const WELCOME_DAY = '2026-11-24T09:00:00.000Z';
const NEXT_MONDAY = '2026-12-07T08:05:00.000Z';

const verbsOf = (message: Message | undefined): string[] => actionsOf(message?.card).map(({ verb }) => verb);
const withVerb = (messages: readonly Message[], verb: string): Message[] =>
  messages.filter((message) => verbsOf(message).includes(verb));

/** A person welcomed on a Tuesday, with the clock before the Monday run of the week after next. */
const welcomed = async (sandbox: Sandbox, ...names: string[]): Promise<string[]> => {
  const people: string[] = [];
  for (const name of names) people.push(await sandbox.addPerson({ name, unit: 'Skole' }));
  const counts = await sandbox.job('weekly-nudge');
  assert.ok((counts.welcomes ?? 0) >= names.length, JSON.stringify(counts));
  return people;
};

describe('the weekly principle in the sandbox', function () {
  this.timeout(60_000);

  it('starts with a welcome and brings everybody one nudge a week later', () =>
    inSandbox(async (sandbox) => {
      await sandbox.setClock(WELCOME_DAY);
      const [mette = '', bo = ''] = await welcomed(sandbox, 'Mette Krogh', 'Bo Holm');
      const [welcome] = await sandbox.messages(mette);
      assert.match(welcome?.text ?? '', /Lone i HR/);
      assert.ok(verbsOf(welcome).includes('stop-nudges'));
      assert.deepEqual(withVerb(await sandbox.messages(mette), 'nudge-will-try'), []);

      await sandbox.setClock(NEXT_MONDAY);
      await sandbox.job('weekly-nudge');
      await sandbox.job('weekly-nudge');
      for (const person of [mette, bo]) {
        const nudges = withVerb(await sandbox.messages(person), 'nudge-will-try');
        assert.equal(nudges.length, 1);
        for (const verb of ['nudge-spar', 'nudge-tried', 'nudge-another', 'pause-nudges', 'stop-nudges']) {
          assert.ok(verbsOf(nudges[0]).includes(verb), verb);
        }
      }
    }));

  it('shows on the card what a press did, and opens a draft that names the principle', () =>
    inSandbox(async (sandbox) => {
      await sandbox.setClock(WELCOME_DAY);
      const [mette = ''] = await welcomed(sandbox, 'Mette Krogh');
      await sandbox.setClock(NEXT_MONDAY);
      await sandbox.job('weekly-nudge');
      const { message } = await sandbox.pressNewest(mette, 'nudge-will-try');
      const now = (await sandbox.messages(mette)).find(({ id }) => id === message.id);
      assert.match(now?.text ?? '', /Godt\. Jeg spørger ikke/);
      const before = now?.text.split('\n\n')[1];
      await sandbox.pressNewest(mette, 'nudge-another');
      const other = (await sandbox.messages(mette)).find(({ id }) => id === message.id);
      assert.match(other?.text ?? '', /Her er et andet skub/);
      assert.notEqual(other?.text.split('\n\n')[1], before);
      await sandbox.pressNewest(mette, 'nudge-spar');
      const draft = (await sandbox.messages(mette)).at(-1);
      assert.match(draft?.text ?? '', /Hvad er svært ved det\?/);
      const sent = await sandbox.pressNewest(mette, 'submit-dilemma', {
        text: 'Hvordan får jeg naboerne med fra starten?',
      });
      assert.ok(sent);
    }));

  it('stops immediately on "stop", including the waiting message, and starts again on request', () =>
    inSandbox(async (sandbox) => {
      await sandbox.setClock(WELCOME_DAY);
      const [mette = '', bo = ''] = await welcomed(sandbox, 'Mette Krogh', 'Bo Holm');
      await sandbox.setClock('2026-12-07T07:30:00.000Z');
      await sandbox.job('weekly-nudge');
      assert.deepEqual(withVerb(await sandbox.messages(bo), 'nudge-will-try'), [], 'it is planned, and not yet nine');
      await sandbox.pressNewest(mette, 'stop-nudges');
      await sandbox.say(bo, 'stop');
      assert.match((await sandbox.messages(bo)).at(-1)?.text ?? '', /Du får ikke flere skub/);
      await sandbox.setClock(NEXT_MONDAY);
      await sandbox.job('weekly-nudge');
      await sandbox.setClock('2026-12-14T08:05:00.000Z');
      await sandbox.job('weekly-nudge');
      for (const person of [mette, bo]) {
        assert.deepEqual(withVerb(await sandbox.messages(person), 'nudge-will-try'), []);
      }
      await sandbox.say(bo, 'start');
      await sandbox.setClock('2026-12-21T08:05:00.000Z');
      await sandbox.job('weekly-nudge');
      assert.equal(withVerb(await sandbox.messages(bo), 'nudge-will-try').length, 1);
      assert.deepEqual(withVerb(await sandbox.messages(mette), 'nudge-will-try'), []);
    }));
});
