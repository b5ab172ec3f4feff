import assert from 'node:assert/strict';
import { findOffer, sendDilemma } from '../support/fixtures/sandbox-cases.ts';
import { eventually, inSandbox, pressOf } from '../support/processes/sandbox.ts';

/** A citizen's idea over HTTP, in the real program (docs/rules.md, "On behalf of others"). */

const DILEMMA = 'En borger vil lave en fælles have bag skolen. Hvem kan sige ja til det?';

describe('a citizen’s dilemma in the sandbox', () => {
  it('is answered in words to be passed on, and its asker is reminded on the morning of the day', () =>
    inSandbox(async (sandbox) => {
      const asker = await sandbox.addPerson({ name: 'Alma Spørger', unit: 'Skole' });
      const { id } = await sendDilemma(sandbox, asker, DILEMMA, { for: 'citizen' });
      assert.match(await sandbox.read(asker), /Du spørger for en borger/);
      const offer = await findOffer(sandbox, id, await sandbox.agents());
      assert.match(offer.message.text, /Alma spørger for en borger med en idé/);
      await sandbox.press(pressOf(offer));
      const no = {
        outcome: 'clear-no',
        text: 'Hej Alma. Det kan vi ikke.',
        ground: 'Jorden er fredet.',
        alternative: 'Spørg haveforeningen.',
        nextStepDate: '2026-11-27',
      };
      await sandbox.pressNewest(offer.person, 'answer-case', no);
      const answered = (await sandbox.button(asker, 'rate-answer')).message.text;
      const passOn = answered.split('Til borgeren, når du ringer eller skriver')[1] ?? '';
      assert.match(passOn, /Det kan vi ikke\.\s+Grunden: Jorden er fredet\.\s+I stedet: Spørg haveforeningen\./);
      assert.doesNotMatch(passOn.slice(0, passOn.indexOf('Du hører fra os')), /Alma/);

      await sandbox.setClock('2026-11-27T07:05:00Z');
      await sandbox.job('follow-up');
      const reminders = async () =>
        (await sandbox.messages(asker)).filter(({ text }) => text.includes('Borgeren hører fra dig senest'));
      const [reminder] = await eventually('the reminder', async () => {
        const found = await reminders();
        return found.length === 0 ? null : found;
      });
      assert.match(reminder?.text ?? '', /Borgeren hører fra dig senest fredag d\. 27\. november/);
      await sandbox.advance('PT2H');
      await sandbox.job('follow-up');
      assert.equal((await reminders()).length, 1, 'reminded once');
    }));

  it('is refused on its field when it is for somebody else than one of three', () =>
    inSandbox(async (sandbox) => {
      const asker = await sandbox.addPerson({ name: 'Alma Spørger', unit: 'Skole' });
      await sandbox.say(asker, DILEMMA);
      const send = await sandbox.button(asker, 'submit-dilemma');
      for (const whom of ['borger', 'CITIZEN', 7, ['citizen'], { citizen: true }]) {
        await sandbox.press(pressOf(send, { anonymous: 'no', for: whom }), 400);
      }
      await sandbox.press(pressOf(send, { anonymous: 'no', for: 'colleague' }));
      const offer = await sandbox.button(await sandbox.agents(), 'accept-case');
      assert.match(offer.message.text, /Alma spørger for en kollega, der ikke bruger Sammen/);
    }));
});
