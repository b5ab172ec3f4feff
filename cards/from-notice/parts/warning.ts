import type { WarningView } from '../../../bot/cases/view-types.ts';
import type { Node } from '../../model.ts';
import type { Speech } from '../../speech.ts';

/** A card's only warning, with where the matter belongs. `when`: before or after the text is sent. */
export const warningNode = (warning: WarningView | null, when: 'before' | 'after', { t }: Speech): Node[] => {
  if (warning === null) return [];
  const text = t.warnings[when][warning.kind];
  if (warning.contact === null) return [{ kind: 'warning', text }];
  const { name, phone, url } = warning.contact;
  const where = phone === null ? t.warnings.turnTo(name) : t.warnings.call(name, phone);
  const withWhere = `${text} ${where}`;
  return [{ kind: 'warning', text: withWhere, ...(url === null ? {} : { link: { label: name, url } }) }];
};
