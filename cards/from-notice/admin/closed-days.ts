import type { AdminNotice } from '../../../bot/admin/notice.ts';
import type { Card } from '../../model.ts';
import { capital, type Speech } from '../../speech.ts';
import { lines } from '../parts/nodes.ts';

/** The coming days on which the municipality is closed. */
export const adminClosedDays = (
  { now, todayDate, days }: Extract<AdminNotice, { kind: 'admin-closed-days' }>,
  speech: Speech,
): Card => {
  const { admin } = speech.t;
  const { closedDays } = admin;
  const items = days.map((date) => ({
    title: capital(speech.day(date, now)),
    text: closedDays.closed,
    action: {
      kind: 'press' as const,
      verb: 'remove-closed-day' as const,
      label: closedDays.open,
      data: { date },
      weight: 'normal' as const,
    },
  }));
  return {
    title: closedDays.title,
    kicker: admin.kicker,
    tone: 'plain',
    body: [
      ...lines('body', [closedDays.lead]),
      ...(items.length === 0 ? lines('body', [closedDays.none]) : [{ kind: 'list' as const, items }]),
    ],
    actions: [
      {
        kind: 'form',
        verb: 'add-closed-day',
        label: closedDays.add,
        send: closedDays.send,
        data: {},
        weight: 'normal',
        inputs: [{ kind: 'date', field: 'date', label: closedDays.day, from: todayDate, required: true }],
      },
    ],
  };
};
