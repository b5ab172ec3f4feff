import type { WarningView } from '../../bot/cases/notice.ts';
import type { Node } from '../model.ts';
import type { Speech } from '../speech.ts';

/** At most one warning stands on a card, with where its matter belongs. `when`: the text is not sent yet, or it is. */
export const warningNode = (warning: WarningView | null, when: 'before' | 'after', { t }: Speech): Node[] => {
  if (warning === null) return [];
  const text = t.warnings[when][warning.kind];
  if (warning.contact === null) return [{ kind: 'warning', text }];
  const { name, phone, url } = warning.contact;
  const where = phone === null ? t.warnings.turnTo(name) : t.warnings.call(name, phone);
  const withWhere = `${text} ${where}`;
  return [{ kind: 'warning', text: withWhere, ...(url === null ? {} : { link: { label: name, url } }) }];
};
