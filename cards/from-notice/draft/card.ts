import type { DraftView } from '../../../bot/drafts/notice.ts';
import type { Card } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { draftForm } from './form.ts';
import { draftPreview } from './preview.ts';
import { sentCard, whomCard } from './whom.ts';

/** A dilemma that has not been sent, as its author sees it. */
export const draftCard = (view: DraftView, speech: Speech): Card => {
  const { draft } = speech.t;
  switch (view.state) {
    case 'open':
      return view.addressees.length > 0 && !view.isNew ? whomCard(view, speech) : draftPreview(view, speech);
    case 'changing':
      return draftForm(view, speech);
    case 'used':
      return view.sent === null ? over(draft.used(view.usedFor)) : sentCard(view.sent, view.now, speech);
    case 'in-offer':
      return over(draft.whom.inOffer);
    case 'discarded':
      return over(draft.discarded);
    case 'ended':
      return over(draft.ended);
  }
};

const over = (title: string): Card => ({ title, tone: 'quiet', body: [], actions: [] });
