import type { CaseId, DeliveryId } from '../ids.ts';
import { retryOnConflict } from '../retry-on-conflict.ts';
import type { DraftDeps } from './deps.ts';
import { draftUpdate } from './in-offer.ts';

/** The words that a message brought were typed in the chat: the card that sent them says how far they are. */
export const redrawSent = async (
  about: CaseId,
  message: DeliveryId,
  { cases, drafts, clock }: Pick<DraftDeps, 'cases' | 'drafts' | 'clock'>,
): Promise<void> => {
  const brings = (await cases.get(about))?.transits?.find(({ id }) => id === message)?.brings;
  if (brings === undefined || !('turn' in brings)) return;
  const sent = (await drafts.sentTo(about)).filter(({ sentTo }) => sentTo?.turn === brings.turn);
  for (const { _id } of sent) {
    await retryOnConflict(`draft ${_id}`, async () => {
      const draft = await drafts.get(_id);
      if (draft === null) return 'gone';
      const owes = [draftUpdate(draft, clock())];
      return (await drafts.change(_id, draft.rev, { set: {}, owes }, null)) ? 'redrawn' : null;
    });
  }
};
