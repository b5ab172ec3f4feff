import { whereItBelongs } from '../organisation.ts';
import type { Masking } from '../privacy/mask.ts';
import { findWarning } from '../privacy/warnings.ts';
import type { CaseDeps } from './deps.ts';
import type { WarningView } from './view-types.ts';

/**
 * The warning to show with a text, and the contact for each matter. `found`: the kinds of numbers masked in it.
 * `deletable`: the writer's own message still shows them.
 */
export const warningFor = (
  text: string,
  { found, deletable }: { found: Masking['found']; deletable: boolean },
  { organisation, warningWords }: Pick<CaseDeps, 'organisation' | 'warningWords'>,
): WarningView | null => {
  const warning = findWarning(text, found, warningWords);
  if (warning === null) return null;
  const matters = warning.matters.map((kind) => ({ kind, contact: whereItBelongs(organisation, kind) }));
  return { ...warning, matters, deletable };
};
