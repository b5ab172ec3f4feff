import { scored, type WarningSet } from '../test/support/fixtures/warning-sets.ts';

const SETS: readonly (WarningSet | 'dilemmas')[] = [
  'given',
  'tuning',
  'unseen',
  'later',
  'fresh',
  'blind',
  'personas',
  'talk',
  'dilemmas',
];
const PAD = 10;

/** Prints what the warnings find in each labelled set, and how often they are raised for ordinary texts. */
for (const set of SETS) {
  const { kinds, ordinary, falseAlarms } = scored(set);
  const found = Object.entries(kinds).map(([kind, figures]) => `${kind} ${figures.found}/${figures.of}`);
  const alarms = `false alarms ${falseAlarms.length}/${ordinary}`;
  process.stdout.write(`${set.padEnd(PAD)}${[...found, alarms].join(', ')}\n`);
}
