import { writeModel } from '../bot/privacy/kind-model.ts';
import { learnedFrom, learnWarnings } from '../bot/privacy/learn-warnings.ts';
import type { WarningWords } from '../bot/privacy/warnings.ts';

const NOTE =
  'Made by "npm run learn:warnings" from warning-words.json, warning-examples.json and dilemmas.ndjson. Nothing to edit. When one of those was changed, Sammen learns anew at every start, a second, until this is made again.';

/** What `learned/warning-model.json` should hold for these words. */
export const warningModelText = (words: WarningWords): string =>
  `${JSON.stringify({ note: NOTE, madeFrom: learnedFrom(words), ...writeModel(learnWarnings(words)) }, null, 2)}\n`;
