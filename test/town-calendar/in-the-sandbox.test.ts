import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { calendarServer } from '../support/fakes/calendar-server.ts';
import { runHere } from '../support/processes/command-here.ts';
import { eventually, inSandbox, type Sandbox } from '../support/processes/sandbox.ts';

const OUTLOOK = readFileSync('test/data/calendars/outlook.ics');
const LINE = 'Torsdag d. 10. december kl. 16 er der åbent møde i Grønt Råd (Rådhuset, mødesal 2).';

const newest = async (sandbox: Sandbox, person: string) => (await sandbox.messages(person)).at(-1)?.text ?? '';
const withTitle = async (sandbox: Sandbox, person: string, title: string) =>
  (await sandbox.messages(person)).filter(({ text }) => text.includes(title));

describe('a Sammen with CALENDAR', function () {
  this.timeout(120_000);

  it('names an event near the reader, as it was previewed, and goes on when the calendar breaks', async () => {
    const server = await calendarServer();
    server.give(OUTLOOK);
    try {
      await inSandbox(
        async (sandbox, { dataDir }) => {
          const hr = await sandbox.addPerson({ name: 'Hanne Holm', unit: 'Ledelse', roles: ['hr', 'admin'] });
          const near = await sandbox.addPerson({ name: 'Palle Park', unit: 'Park og Vej' });
          const far = await sandbox.addPerson({ name: 'Sine Skole', unit: 'Skolen ved Søen' });
          await sandbox.job('calendar');
          await eventually('a reading', async () => (server.asked.length > 0 ? true : null));
          await sandbox.job('calendar');
          assert.equal(server.asked.length, 1, 'it is read once a day');
          await sandbox.job('weekly-nudge');

          await sandbox.setClock('2026-12-03T08:05:00.000Z');
          await sandbox.job('calendar');
          await sandbox.job('weekly-nudge');
          const preview = await sandbox.button(hr, 'swap-nudge', { week: '2026-W50' });
          const reachOut = JSON.stringify(preview.message.card).match(
            /"title":"Ud til nogen: [^"]*","value":"([^"]+)"/,
          );
          for (const from of new Set(
            [...JSON.stringify(preview.message.card).matchAll(/"value":"([a-z\d-]+)@/g)].map(([, id]) => id),
          ))
            await sandbox
              .press({
                person: hr,
                message: preview.message.id,
                verb: 'swap-nudge',
                data: { week: '2026-W50', text: from, by: reachOut?.[1] },
              })
              .catch(() => undefined);
          const swapped = await newest(sandbox, hr);
          assert.ok(swapped.includes(LINE), swapped);
          const told = await runHere(['preview-nudge', '2026-W50'], { DATA_DIR: dataDir, CALENDAR: server.url.href });
          assert.ok(told.out.includes(LINE), told.out);
          const without = await runHere(['preview-nudge', '2026-W50'], { DATA_DIR: dataDir });
          assert.equal(without.code, 0, without.err);

          await sandbox.setClock('2026-12-07T08:05:00.000Z');
          await sandbox.job('calendar');
          await sandbox.job('weekly-nudge');
          assert.ok((await newest(sandbox, near)).includes(LINE), await newest(sandbox, near));
          assert.ok(!(await newest(sandbox, far)).includes('Grønt Råd'), await newest(sandbox, far));

          server.give('<!doctype html><title>Det sker</title>');
          for (const day of ['08', '09']) {
            await sandbox.setClock(`2026-12-${day}T08:05:00.000Z`);
            await sandbox.job('calendar');
          }
          const faults = await withTitle(sandbox, hr, 'Jeg kan ikke læse byens kalender');
          assert.equal(faults.length, 1, 'the admins are told once');
          assert.match(faults[0]?.text ?? '', /Jeg prøver igen onsdag d\. 9\. december/);
          const still = await runHere(['preview-nudge', '2026-W51'], { DATA_DIR: dataDir, CALENDAR: server.url.href });
          assert.equal(still.code, 0, still.err);

          server.give(OUTLOOK);
          await sandbox.setClock('2026-12-10T08:05:00.000Z');
          await sandbox.job('calendar');
          server.redirect('https://10.0.0.1/');
          await sandbox.setClock('2026-12-11T08:05:00.000Z');
          await sandbox.job('calendar');
          const again = await withTitle(sandbox, hr, 'Jeg kan ikke læse byens kalender');
          assert.equal(again.length, 2, 'told again after a good reading');
          assert.match(again[1]?.text ?? '', /lukket net/);
        },
        { CALENDAR: server.url.href, LOG_LEVEL: 'silent' },
      );
    } finally {
      await server.close();
    }
  });
});
