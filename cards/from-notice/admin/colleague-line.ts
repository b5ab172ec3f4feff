import type { ColleagueLine } from '../../../bot/admin/notice.ts';
import { firstName } from '../../../bot/people/first-name.ts';
import type { Speech } from '../../speech.ts';

/** A colleague in a list, with a button that opens their card. */
export const colleagueLine = (colleague: ColleagueLine, speech: Speech) => ({
  title: colleague.unit === null ? colleague.name : `${colleague.name}, ${colleague.unit}`,
  text: rolesOf(colleague, speech),
  action: {
    kind: 'press' as const,
    verb: 'show-colleague' as const,
    label: speech.t.admin.show(firstName(colleague)),
    data: { person: colleague.id },
    weight: 'normal' as const,
  },
});

export const rolesOf = ({ roles }: ColleagueLine, { t }: Speech): string =>
  roles.length === 0 ? t.admin.people.noRole : roles.map((role) => t.admin.role[role]).join(', ');
