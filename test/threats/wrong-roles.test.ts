import assert from 'node:assert/strict';
import type { z } from 'zod';
import { ADMIN_ACTIONS } from '../../bot/admin/command.ts';
import { ACTIONS, type Verb } from '../../bot/commands.ts';
import { RUN_ACTIONS } from '../../bot/nudges/command.ts';
import { sampleDataOf } from '../support/fixtures/free-texts.ts';
import { askAndAnswer } from '../support/fixtures/sandbox-cases.ts';
import { inSandbox } from '../support/processes/sandbox.ts';
import { changedIn, settle, storedIn } from './support/stored.ts';

const VERBS = Object.keys(ACTIONS) as Verb[];
/** The field by which a verb names somebody's case or draft, unless it can do without. */
const subjectsOf = (verb: Verb): string[] =>
  Object.entries<z.ZodType>(ACTIONS[verb].shape)
    .filter(([name, schema]) => ['case', 'draft'].includes(name) && !schema.safeParse(undefined).success)
    .map(([name]) => name);
const ABOUT_A_CASE = VERBS.filter((verb) => subjectsOf(verb).length > 0);
const ONLY_ADMINS = Object.keys(ADMIN_ACTIONS) as Verb[];
const ONLY_HR_AND_ADMINS = Object.keys(RUN_ACTIONS) as Verb[];

/** The table of states, roles and verbs is tried in test/cases/table.test.ts; this goes through the whole program. */
describe('every verb by every wrong role', function () {
  this.timeout(10 * 60_000);

  it('is refused, and changes nothing', () =>
    inSandbox(async (sandbox, running) => {
      const agentsOwn = { principles: ['bygger-bro'], topics: ['tvaergaaende'] };
      const manager = await sandbox.addPerson({ name: 'Bent Chef', unit: 'Skole', agent: agentsOwn });
      const { asker, agent, id } = await askAndAnswer(sandbox, { manager });
      const others = {
        manager,
        'another agent': await sandbox.addPerson({ name: 'Rita Anden', unit: 'Havn', agent: { capacity: 0 } }),
        stranger: await sandbox.addPerson({ name: 'Mads Fremmed', unit: 'Havn' }),
        hr: await sandbox.addPerson({ name: 'Lone Løn', unit: 'Rådhuset', roles: ['hr'] }),
        admin: await sandbox.addPerson({ name: 'Ada Admin', unit: 'Rådhuset', roles: ['admin'] }),
      };
      const writer = await sandbox.addPerson({ name: 'Viggo Venter', unit: 'Skole' });
      const draftId = await sandbox
        .say(writer, 'Naboerne vil have en bænk, og vejafdelingen siger nej. Hvad gør jeg?')
        .then(() => sandbox.button(writer, 'submit-dilemma'))
        .then(({ action }) => String(action.data.draft));
      for (const person of Object.values(others)) await sandbox.say(person, 'hjælp');

      const messageOf = async (person: string): Promise<string> =>
        (await sandbox.messages(person)).findLast(({ from }) => from === 'bot')?.id ?? assert.fail(person);
      await settle(sandbox);
      const before = await storedIn(running.dataDir);
      let tried = 0;
      const accepted: string[] = [];
      const isRefused = async (who: string, person: string, verb: Verb, data: object): Promise<void> => {
        const body = { person, message: await messageOf(person), verb, data: { ...sampleDataOf(verb), ...data } };
        const { status, text } = await sandbox.call('POST', '/sandbox/actions', body);
        tried++;
        if (![404, 409].includes(status)) accepted.push(`${who}: ${verb} → ${status} ${text.slice(0, 100)}`);
      };
      for (const verb of ABOUT_A_CASE)
        for (const [who, person] of Object.entries(others))
          for (const subject of [id, draftId])
            await isRefused(who, person, verb, Object.fromEntries(subjectsOf(verb).map((field) => [field, subject])));
      const notAdmins = { asker, agent, manager, stranger: others.stranger, hr: others.hr };
      for (const verb of ONLY_ADMINS)
        for (const [who, person] of Object.entries(notAdmins))
          await isRefused(who, person, verb, { person: others.stranger });
      for (const verb of ONLY_HR_AND_ADMINS)
        for (const [who, person] of Object.entries({ asker, agent, manager, stranger: others.stranger }))
          await isRefused(who, person, verb, {});

      assert.deepEqual(accepted, []);
      await settle(sandbox);
      assert.deepEqual(await changedIn(running.dataDir, before), []);
      console.log(`      ${tried} presses refused`);
    }));
});
