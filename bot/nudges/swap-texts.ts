import type { NudgeTextId } from '../ids.ts';
import { Refusal } from '../refusal.ts';
import { FIELDS_OF_WORK, type FieldOfWork } from '../words.ts';
import { candidatesFor, type TextDeps } from './candidates.ts';
import type { NudgeDeps } from './deps.ts';
import { type Nudge, nudgeById } from './nudge-library.ts';
import type { Run } from './run.ts';
import { textsFor } from './run-of.ts';

type SwapDeps = TextDeps & Pick<NudgeDeps, 'runs'>;
type Swap = Pick<Run, 'texts' | 'skipped' | 'instead'>;

/** Chooses other texts for every field of work; after all have been swapped away, it starts over. */
export const swapAll = async (run: Run, deps: SwapDeps): Promise<Swap> => {
  const skipped = [...new Set([...run.skipped, ...Object.values(run.texts)])];
  const texts = await textsFor(run._id, skipped, deps);
  const isNew = Object.values(texts).some((text) => !skipped.includes(text));
  return isNew
    ? { texts, skipped, instead: [] }
    : { texts: await textsFor(run._id, [], deps), skipped: [], instead: [] };
};

/**
 * Takes one text out of a week, for everybody who would get it, and leaves the others as they are.
 * @param by the text to take instead where it fits; null for the next in the library
 * @throws Refusal for a text that is not one of the week's principle
 */
export const swapOne = async (run: Run, text: NudgeTextId, by: NudgeTextId | null, deps: SwapDeps): Promise<Swap> => {
  const candidates = await candidatesFor(run, deps);
  const chosen = by === null ? null : nudgeById(by, candidates);
  if (nudgeById(text, candidates) === null || (by !== null && chosen === null) || by === text)
    throw new Refusal('no-such-text');
  const wanted = [...new Set([...run.skipped, text])].filter((id) => id !== by);
  const fresh = await textsFor(run._id, wanted, deps);
  // Once each text of a field was swapped away, all but this one are there again.
  const isLast = FIELDS_OF_WORK.some((field) => run.texts[field] === text && wanted.includes(fresh[field]));
  const skipped = isLast ? [text] : wanted;
  const others = isLast ? await textsFor(run._id, skipped, deps) : fresh;
  const pick = (field: FieldOfWork): NudgeTextId => {
    if (run.texts[field] !== text) return run.texts[field];
    return chosen !== null && fits(chosen, field) ? chosen.id : others[field];
  };
  const texts = Object.fromEntries(FIELDS_OF_WORK.map((field) => [field, pick(field)])) as Run['texts'];
  const kept = (run.instead ?? []).filter((swap) => swap.text !== text && swap.by !== text && swap.text !== by);
  return { texts, skipped, instead: chosen === null ? kept : [...kept, { text, by: chosen.id }] };
};

const fits = ({ field }: Nudge, reader: FieldOfWork): boolean => field === 'all' || field === reader;
