import { DECLINE_REASONS } from '../../../bot/words.ts';
import type { Input } from '../../model.ts';
import type { Texts } from '../../texts/texts.ts';

/** Why an agent does not take a case, or gives it back. The reason is a code that only routing keeps: the asker never sees it. */
export const reasonChoice = (label: string, t: Texts): Input => ({
  kind: 'choice',
  field: 'reason',
  label,
  options: DECLINE_REASONS.map((reason) => ({ value: reason, label: t.labels.declineReason[reason] })),
  value: 'not-today',
  required: true,
});
