import type { TransitionDeps } from '../cases/change-case.ts';
import type { Person } from '../people/person.ts';
import type { Changed } from '../presses/once.ts';
import type { DraftDeps } from './deps.ts';
import { type Draft, EMPTIED } from './draft.ts';
import { draftUpdate } from './in-offer.ts';
import type { DraftChange } from './port.ts';

export type PressDeps = TransitionDeps & Pick<DraftDeps, 'drafts' | 'stories' | 'classifyWithHelp' | 'publicNumbers'>;
/** One press on a draft. `seen`: the revision of the card that was pressed, if it is known. */
export type Pressing = { draft: Draft; person: Person; receipt: string; seen: number | undefined; deps: PressDeps };

/** Marks the draft as used and erases its text, which the case now has. */
export const markUsed = async (number: number, { draft, receipt, deps }: Pressing): Promise<void> => {
  const used = { set: { state: 'used' as const, ...EMPTIED, usedFor: number }, owes: [] };
  await deps.drafts.change(draft._id, draft.rev, used, receipt);
};

/** Writes the draft conditionally and updates its card. Returns null when another write came first. */
export const keep = async (set: DraftChange['set'], { draft, receipt, deps }: Pressing): Promise<Changed | null> => {
  const owes = [draftUpdate(draft, deps.clock())];
  return (await deps.drafts.change(draft._id, draft.rev, { set, owes }, receipt)) ? 'done' : null;
};
