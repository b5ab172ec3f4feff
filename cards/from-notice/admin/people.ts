import type { AdminNotice } from '../../../bot/admin/notice.ts';
import type { Card } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { lines } from '../parts/nodes.ts';
import { colleagueLine } from './colleague-line.ts';
import { findForm } from './find-form.ts';

/** Everybody with a role, or the results of a search. */
export const adminPeople = (
  { found, people: all, more }: Extract<AdminNotice, { kind: 'admin-people' }>,
  speech: Speech,
): Card => {
  const { admin } = speech.t;
  const none = all.length === 0;
  return {
    title: none ? admin.people.none : found === 'roles' ? admin.people.roles : admin.people.found,
    kicker: admin.kicker,
    tone: 'plain',
    body: none
      ? lines('body', [admin.people.noneText])
      : [
          { kind: 'list', items: all.map((colleague) => colleagueLine(colleague, speech)) },
          ...lines('subtle', [more > 0 ? admin.people.more(speech.number(more)) : null]),
        ],
    actions: [findForm(speech)],
  };
};
