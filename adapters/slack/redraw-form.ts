import { fieldId, formToOpen, readViewValues } from '../../cards/block-kit/ids.ts';
import { renderSlackModal } from '../../cards/block-kit.ts';
import { chooseIn, choosing, withValues } from '../../cards/fields.ts';
import { isRefused } from '../chat/recognise-account.ts';
import { slackWordOf } from './delivery-fault.ts';
import type { TurnDeps } from './deps.ts';
import { noticeFor } from './find-form.ts';
import type { Press } from './payloads.ts';
import { recognise } from './recognise.ts';
import { readMetadata } from './submit-form.ts';

/**
 * Draws a form's window anew when somebody chooses what decides its fields. Slack keeps what is typed in fields that
 * stay; it is drawn as their first value, too, so that nothing hangs on that.
 */
export const redrawForm = async ({ user, view, actions }: Press, deps: TurnDeps): Promise<void> => {
  const chosen = actions.find(({ type }) => type === 'static_select');
  const value = chosen?.selected_option?.value;
  const metadata = readMetadata(view?.private_metadata ?? '');
  if (view?.type !== 'modal' || view.callback_id === undefined || value === undefined || metadata === null) return;
  const who = await recognise(user.id, deps);
  if (isRefused(who)) return;
  const { cards, context, api } = deps;
  const notice = await noticeFor(view.callback_id, metadata.data, who, context);
  if (notice === null) return;
  const card = cards.card(notice, who.language);
  const form = formToOpen(card.actions, view.callback_id, metadata.data, {});
  const choose = form === null ? null : chooseIn(form);
  if (form === null || choose === null || fieldId(form.verb, choose.field) !== chosen?.action_id) return;
  const values = new Map(Object.entries(readViewValues(view.state?.values)));
  const typed = withValues(choosing(form, value), (field) => values.get(fieldId(form.verb, field)));
  const drawn = renderSlackModal(card, typed, who.language, view.private_metadata ?? '');
  await api.updateModal(view.id, view.hash, drawn).catch((error: unknown) => {
    // They have chosen again meanwhile.
    if (slackWordOf(error) !== 'hash_conflict') throw error;
  });
};
