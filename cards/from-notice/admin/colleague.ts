import type { AdminNotice } from '../../../bot/admin/notice.ts';
import { ROLES } from '../../../bot/words.ts';
import type { Card, Press } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { facts, lines } from '../parts/nodes.ts';
import { rolesOf } from './colleague-line.ts';

/** A colleague: their roles, and whether they have left. */
export const adminColleague = (notice: Extract<AdminNotice, { kind: 'admin-colleague' }>, speech: Speech): Card => {
  const { admin } = speech.t;
  const { person, left, forgetting, you } = notice;
  const data = { person: person.id };
  const press = (verb: Press['verb'], label: string, weight: Press['weight'], more: Press['data'] = {}): Press => ({
    kind: 'press',
    verb,
    label,
    data: { ...data, ...more },
    weight,
  });
  const roles = ROLES.map((role) =>
    person.roles.includes(role)
      ? press('take-role', admin.take[role], 'more', { role })
      : press('give-role', admin.give[role], 'normal', { role }),
  );
  return {
    title: person.unit === null ? person.name : `${person.name}, ${person.unit}`,
    kicker: admin.kicker,
    tone: left === null ? 'plain' : 'quiet',
    body: [
      ...facts([
        [admin.colleague.profession, notice.profession],
        [admin.colleague.roles, rolesOf(person, speech)],
      ]),
      ...lines('body', [left === null ? null : admin.colleague.left(speech.dayOf(left, notice.now))]),
      ...lines('subtle', [left === null && !you ? admin.colleague.leaving : null]),
      ...lines('subtle', [left === null ? null : forgetting ? admin.colleague.forgetting : admin.colleague.mayForget]),
    ],
    actions:
      left === null
        ? [...roles, ...(you ? [] : [press('mark-left', admin.colleague.markLeft, 'danger')])]
        : forgetting
          ? []
          : [
              press('bring-back', admin.colleague.bringBack, 'normal'),
              press('forget-colleague', admin.colleague.forget, 'danger'),
            ],
  };
};
