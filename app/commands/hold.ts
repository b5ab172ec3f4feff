import { openCases } from '../../adapters/store/cases.ts';
import { openCounter } from '../../adapters/store/counters.ts';
import { holdCase, releaseCase, textsErasedByRelease } from '../../bot/keeping/hold-case.ts';
import { PLACES } from '../../bot/keeping/take-out.ts';
import { maskPersonalNumbers } from '../../bot/privacy/mask.ts';
import { databaseToRead, refuseWithoutStore } from '../open-database.ts';
import type { Environment } from '../settings/config.ts';
import type { Terminal, Work } from './command.ts';
import { nowIn } from './now-in.ts';
import { recordDeed } from './record-deed.ts';
import { UsageError } from './usage-error.ts';
import { withStore } from './with-store.ts';

/** Puts a legal hold on a case (docs/rules.md, "Legal holds"). The log of access says so first, without the reason. */
export const hold: Work<[caseNumber: number], { reason?: string }> = async (
  { args: [number], options },
  env,
  terminal,
) => {
  const given = options.reason?.trim() ?? '';
  const reason = given === '' ? null : maskPersonalNumbers(given, { phones: [] }).text;
  await withStore(env, terminal, async ({ cases, goneCases, adminLog }, database) => {
    const c = await cases.byNumber(number);
    if (c === null) throw noCase(number);
    if (c.hold === undefined) await recordDeed(adminLog, env, { did: 'hold-case', case: number });
    const held = await holdCase(number, { at: await nowIn(database), reason }, { cases, heldCases: goneCases });
    if (held === 'no-case') throw noCase(number);
    terminal.print(
      held === 'held'
        ? `Case ${number} is under a legal hold. Its words stay until: release ${number}`
        : `Case ${number} was under a legal hold already.`,
    );
  });
};

/** Takes the hold off. What is erased then leaves the files of the embedded store at once. */
export const release: Work<[caseNumber: number], { dryRun?: true }> = async (
  { args: [number], options: { dryRun = false } },
  env,
  terminal,
) => {
  if (dryRun) return sayWhatWouldGo(number, env, terminal);
  await withStore(env, terminal, async ({ cases, goneCases, adminLog }, database) => {
    const c = await cases.byNumber(number);
    if (c === null) throw noCase(number);
    if (c.hold !== undefined) await recordDeed(adminLog, env, { did: 'release-case', case: number });
    const released = await releaseCase(number, { cases, heldCases: goneCases });
    if (released.did === 'no-case') throw noCase(number);
    if (released.did === 'not-held') return terminal.print(`Case ${number} was under no legal hold.`);
    if (released.erased > 0) await database.purge();
    const { erased } = released;
    terminal.print(`Case ${number} is released.`);
    if (erased > 0)
      terminal.print(`Erased from it, as they had asked meanwhile: ${erased} ${erased === 1 ? 'person' : 'people'}.`);
  });
};

const sayWhatWouldGo = async (number: number, env: Environment, { print }: Terminal): Promise<void> => {
  const copy = (await databaseToRead(env)) ?? refuseWithoutStore(env);
  try {
    const c = await (await openCases(copy, await openCounter(copy, 'case'))).byNumber(number);
    if (c === null) throw noCase(number);
    const { hold } = c;
    if (hold === undefined) return print(`Case ${number} is under no legal hold. Nothing was changed.`);
    const texts = textsErasedByRelease({ ...c, hold });
    const places = PLACES.filter((place) => texts[place] > 0).map((place) => `${place} ${texts[place]}`);
    print(`Case ${number} is under a legal hold since ${hold.since.toISOString()}, and would be released.`);
    print(`People who would be erased from it, as they asked meanwhile: ${hold.erased.length}`);
    print(`Texts that would be erased: ${places.length === 0 ? 'none' : places.join(', ')}`);
    print('Nothing was changed: this was a dry run.');
  } finally {
    await copy.close();
  }
};

const noCase = (number: number): UsageError => new UsageError(`There is no case ${number}.`);
