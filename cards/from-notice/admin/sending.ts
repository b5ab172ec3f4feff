import type { AdminNotice } from '../../../bot/admin/notice.ts';
import type { Card } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { lines } from '../parts/nodes.ts';

/** A platform shuts Sammen out, or lets it in again. */
export const adminSending = (notice: Extract<AdminNotice, { kind: 'admin-sending' }>, { t }: Speech): Card => {
  const { kicker, sending } = t.admin;
  const platform = t.linking.platform[notice.platform];
  if (notice.state === 'freed')
    return {
      title: sending.freed(platform),
      kicker,
      tone: 'plain',
      body: lines('body', [sending.freedText(platform)]),
      actions: [],
    };
  return {
    title: sending.held(platform),
    kicker,
    tone: 'attention',
    body: [...lines('body', [sending.heldText(platform), sending.heldAct]), ...lines('subtle', [notice.reason])],
    actions: [],
  };
};

/** A message that we could not compose. */
export const adminSetAside = ({ reason }: Extract<AdminNotice, { kind: 'admin-set-aside' }>, { t }: Speech): Card => ({
  title: t.admin.setAside.title,
  kicker: t.admin.kicker,
  tone: 'attention',
  body: [...lines('body', [t.admin.setAside.text, t.admin.setAside.act]), ...lines('subtle', [reason])],
  actions: [],
});
