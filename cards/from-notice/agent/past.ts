import type { PastView } from '../../../bot/cases/view-types.ts';
import type { Card } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { lines } from '../parts/nodes.ts';
import { talkLost } from '../parts/talk-news.ts';

/** Tells an agent who was once asked how the case went on, without its text and without blame. */
export const pastCard = (view: PastView, speech: Speech): Card => ({
  title: pastTitle(view, speech),
  kicker: speech.t.labels.caseNumber(view.number),
  tone: 'quiet',
  body: [
    ...talkLost(view.lostTalk, speech),
    ...lines('subtle', [isThanks(view) ? speech.t.agent.askingAnother : speech.t.agent.nothingMore]),
  ],
  actions: [],
});

/** Whoever said no or gave the case back is thanked while nobody else has it. */
const isThanks = ({ said, state }: PastView): boolean => (said === 'no' || said === 'gave-back') && state === 'waiting';

const pastTitle = (view: PastView, { t }: Speech): string => {
  const { stays } = t.colleagues.handed;
  const { title } = t.agent;
  if (view.state === 'withdrawn') return title.withdrawn;
  if (view.said === 'not-over' && view.agent !== null && view.state !== 'closed') return stays(view.agent);
  if (isThanks(view)) return view.said === 'no' ? title.saidNo : title.gaveBack;
  if (view.agent !== null) return title.wentTo(view.agent);
  return view.state === 'closed' ? title.closed : title.wentOn;
};
