import { type MarkDeps, markForErasure } from './ask-for-erasure.ts';

/**
 * Marks everybody anew who was erased after the backup that the store was restored from. They said their goodbye then, so
 * they get none now. Safe to repeat; nothing is read where nothing was restored.
 */
export const repeatErasures = async (deps: MarkDeps): Promise<void> => {
  const { people, erasures } = deps;
  if (!(await erasures.areToRepeat())) return;
  const everybody = (await people.all()).map(({ _id }) => _id);
  const due = await erasures.toRepeat(everybody);
  for (const _id of due.people) await markForErasure({ _id }, deps);
  await due.repeated();
};
