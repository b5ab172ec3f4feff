import type { DraftView } from '../../../bot/drafts/notice.ts';
import type { Card } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { lines } from '../parts/nodes.ts';
import { doubtCard } from './doubt.ts';
import { draftForm } from './form.ts';
import { draftPreview } from './preview.ts';
import { sentCard, whomCard } from './whom.ts';

/** A dilemma that has not been sent, as its author sees it. */
export const draftCard = (view: DraftView, speech: Speech): Card => {
  const { draft } = speech.t;
  switch (view.state) {
    case 'open':
      if (view.addressees.length > 0 && !view.isNew) return whomCard(view, speech);
      return view.inDoubt === null ? draftPreview(view, speech) : doubtCard(view, view.inDoubt, speech);
    case 'changing':
      return draftForm(view, speech);
    case 'used':
      return view.sent === null ? over(draft.used(view.usedFor)) : sentCard(view.sent, view.now, speech);
    case 'in-offer':
      return over(draft.whom.inOffer);
    case 'asking':
      return askingCard(view, speech);
    case 'met':
      return over(speech.t.stories.inDraft.met);
    case 'helped':
      return over(speech.t.stories.inDraft.used);
    case 'discarded':
      return over(draft.discarded);
    case 'ended':
      return over(draft.ended[view.endedAs]);
  }
};

/** The teller of a story is asked: nothing can be done with the draft until they answer. */
const askingCard = (view: DraftView, speech: Speech): Card => {
  const { asking, askingUntil } = speech.t.stories.inDraft;
  const until = view.asksUntil === null ? null : askingUntil(speech.when(view.asksUntil, view.now));
  return { title: asking, tone: 'plain', body: lines('body', [until]), actions: [] };
};

const over = (title: string): Card => ({ title, tone: 'quiet', body: [], actions: [] });
