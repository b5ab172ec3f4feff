import { whereItBelongs } from '../organisation.ts';
import type { Masking } from '../privacy/mask.ts';
import { findWarning } from '../privacy/warnings.ts';
import type { CaseDeps } from './deps.ts';
import type { WarningView } from './view-types.ts';

/** The warning to show with a text, and the contact for the matter. `found`: the kinds of numbers masked in it. */
export const warningFor = (
  text: string,
  found: Masking['found'],
  { organisation, warningWords }: Pick<CaseDeps, 'organisation' | 'warningWords'>,
): WarningView | null => {
  const warning = findWarning(text, found, warningWords);
  return warning === null ? null : { kind: warning.kind, contact: whereItBelongs(organisation, warning.kind) };
};
