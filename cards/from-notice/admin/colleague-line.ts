import type { ColleagueLine } from '../../../bot/admin/notice.ts';
import type { Speech } from '../../speech.ts';

/** Somebody in a list, with the way to them. */
export const colleagueLine = (one: ColleagueLine, speech: Speech) => ({
  title: one.unit === null ? one.name : `${one.name}, ${one.unit}`,
  text: rolesOf(one, speech),
  action: {
    kind: 'press' as const,
    verb: 'show-colleague' as const,
    label: speech.t.admin.show(one.name.split(' ')[0] ?? one.name),
    data: { person: one.id },
    weight: 'normal' as const,
  },
});

export const rolesOf = ({ roles }: ColleagueLine, { t }: Speech): string =>
  roles.length === 0 ? t.admin.people.noRole : roles.map((role) => t.admin.role[role]).join(', ');
