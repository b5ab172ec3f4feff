import { whereItBelongs } from '../organisation.ts';
import type { Masked, Masking } from '../privacy/mask.ts';
import { maskOwnWords, type Writer } from '../privacy/own-words.ts';
import { findWarning, type Said } from '../privacy/warnings.ts';
import type { CaseDeps } from './deps.ts';
import type { WarningView } from './view-types.ts';

/**
 * The warning to show with a text, and the contact for each matter. `found`: the kinds of numbers masked in it.
 * `deletable`: the writer's own message still shows them. `tip`: the writer may be told how a colleague gets their phone
 * number. The writer's own name is not a citizen's.
 */
export const warningFor = (
  text: Masked,
  {
    found,
    deletable,
    writer,
    tip = false,
    said = 'dilemma',
  }: { found: Masking['found']; deletable: boolean; writer: Writer | null; tip?: boolean; said?: Said },
  { organisation, warningWords }: Pick<CaseDeps, 'organisation' | 'warningWords'>,
): WarningView | null => {
  const warning = findWarning(writer === null ? text : maskOwnWords(text, writer).text, found, warningWords, said);
  if (warning === null) return null;
  const matters = warning.matters.map((kind) => ({ kind, contact: whereItBelongs(organisation, kind) }));
  return { ...warning, matters, deletable, ...(tip && found.includes('phone') ? { phoneTip: true } : {}) };
};

/** Whether a text may belong elsewhere, rather than only hold what was hidden. */
export const isGrave = (warning: Pick<WarningView, 'matters'> | null): boolean =>
  warning !== null && warning.matters.length > 0;
