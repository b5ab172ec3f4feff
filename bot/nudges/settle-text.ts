import type { Person } from '../people/person.ts';
import { retryOnConflict } from '../retry-on-conflict.ts';
import { textsToPlan } from './candidates.ts';
import { textFor } from './choose-text.ts';
import type { NudgeDeps } from './deps.ts';
import { type NudgeRecord, textsShown } from './nudge-record.ts';
import { withoutDropped } from './run-of.ts';
import { isTold, toldAmong } from './told-texts.ts';

export type SettleDeps = Pick<NudgeDeps, 'nudges' | 'runs' | 'library' | 'stories' | 'fieldOf'>;

/**
 * The record of a message that leaves now. A story that is no longer told in the words that were planned gives way to
 * the week's ordinary text for its reader's field; that is written down first, so that nobody gets that text again
 * (docs/rules.md, "Told stories").
 */
export const settleText = async (planned: NudgeRecord, to: Person, deps: SettleDeps): Promise<NudgeRecord> => {
  if (!isTold(planned.text)) return planned;
  return retryOnConflict(`nudge ${planned._id}`, async () => {
    const record = (await deps.nudges.get(planned._id)) ?? planned;
    const { _id, rev, text } = record;
    if (!isTold(text) || (await toldAmong([text], deps)).length > 0) return record;
    const ordinary = await ordinaryText(record, to, deps);
    const isKept = await deps.nudges.change(_id, rev, { set: { text: ordinary }, reactions: [] }, `without ${text}`);
    return isKept ? { ...record, rev: rev + 1, text: ordinary } : null;
  });
};

const ordinaryText = async ({ _id, week, principle }: NudgeRecord, to: Person, deps: SettleDeps) => {
  const kept = await deps.runs.get(week);
  const run = kept === null ? null : await withoutDropped(kept, deps);
  const field = deps.fieldOf(to);
  const had = (await deps.nudges.of([to._id])).filter((other) => other._id !== _id && other.sent !== null);
  return textFor(
    {
      principle,
      field,
      ofWeek: run?.texts[field] ?? null,
      had: had.flatMap(textsShown),
      ...(run === null ? {} : { swapped: run }),
    },
    run === null ? deps.library : await textsToPlan(run, deps),
  );
};
