import assert from 'node:assert/strict';
import { askAndAccept } from '../support/fixtures/sandbox-cases.ts';
import { type Json, linksOf, pressOf } from '../support/processes/sandbox.ts';
import { useSharedSandbox } from '../support/processes/shared-sandbox.ts';

/** The answer's form, whose fields depend on the outcome (docs/rules.md, "Answers"). */
describe('an answer in the sandbox', function () {
  this.timeout(120_000);
  const { inSandbox } = useSharedSandbox();
  const text = 'Prøv det med én opgang først.';

  it('is refused on its field, and the card keeps what was typed on it', () =>
    inSandbox(async (sandbox) => {
      const { asker, agent } = await askAndAccept(sandbox);
      const button = await sandbox.button(agent, 'answer-case');
      const before = [await sandbox.messages(agent), await sandbox.messages(asker)];
      const trial = { outcome: 'small-trial', trial: 'Kaffe', trialUntil: '2026-12-08', trialSign: 'De kommer igen' };
      const no = { outcome: 'clear-no', ground: 'cannot', alternative: 'Spørg foreningen' };
      const wrong: [Json, string, string][] = [
        [{ ...trial, trial: ' \u200b ' }, 'needs-trial', 'trial'],
        [{ ...trial, trialUntil: '' }, 'date-missing', 'trialUntil'],
        [{ ...trial, trialUntil: '2026-11-01' }, 'date-past', 'trialUntil'],
        [{ ...trial, trialUntil: 'engang' }, 'date-unreadable', 'trialUntil'],
        [{ ...trial, trialSign: null }, 'needs-sign', 'trialSign'],
        [{ ...trial, trialSign: 'x'.repeat(4001) }, 'too-long', 'trialSign'],
        [{ ...no, ground: '' }, 'needs-ground', 'ground'],
        [{ ...no, alternative: '' }, 'needs-alternative', 'alternative'],
        [{ outcome: 'meeting' }, 'date-missing', 'start'],
        [{ outcome: 'meeting', start: '2026-11-01T10:00:00Z' }, 'date-past', 'start'],
        [{ outcome: 'meeting', day: '2026-12-01', time: 'kl. 27' }, 'time-unreadable', 'time'],
        [{ outcome: 'advice', text: '' }, 'empty-text', 'text'],
      ];
      for (const [fields, code, field] of wrong) {
        const { error } = await sandbox.press(pressOf(button, { text, ...fields }), 409);
        const said = error as { code: string; field?: string; message: string };
        assert.deepEqual([said.code, said.field], [code, field], JSON.stringify(fields).slice(0, 100));
        assert.match(said.message, /^[A-ZÆØÅ].*\.$/u);
      }
      assert.deepEqual([await sandbox.messages(agent), await sandbox.messages(asker)], before, 'nothing was redrawn');
      await sandbox.press(pressOf(button, { text, ...trial, ...no, ...trial }));
      const after = await sandbox.messages(asker);
      assert.match(
        after.map((message) => message.text).join('\n'),
        /I prøver: Kaffe\nTil og med: .*\n.*De kommer igen/u,
      );
      await sandbox.press(pressOf(button, { text, ...trial, ...no, ...trial }));
      assert.deepEqual(await sandbox.messages(asker), after, 'a doubled press is done once');
    }));

  it('brings a meeting with its calendar file, and stays open to a yes', () =>
    inSandbox(async (sandbox) => {
      const { asker, agent } = await askAndAccept(sandbox);
      const when = { day: '2. december', time: '10:30', minutes: '45 min', place: 'Kantinen' };
      await sandbox.pressNewest(agent, 'answer-case', { text, outcome: 'meeting', owner: 'agent', ...when });
      const links = (await sandbox.messages(asker)).flatMap(({ card }) => linksOf(card));
      const file = await (await fetch(links.find((url) => url.endsWith('.ics')) ?? '')).text();
      assert.match(file, /^DTSTART:20261202T093000Z/mu);
      assert.match(file, /^DURATION:PT45M/mu);
      await sandbox.pressNewest(asker, 'accept-talk');
      assert.match(await sandbox.read(agent), /siger ja til en snak onsdag d\. 2\. december/u);
      await sandbox.pressNewest(asker, 'close-case');
      assert.match(await sandbox.read(asker), /har bolden\./u);
      assert.match(await sandbox.read(agent), /Du har bolden\./u);
    }));
});
