import type { PastView } from '../../../bot/cases/view-types.ts';
import type { Card } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { lines } from '../parts/nodes.ts';

/** Tells an agent who was once asked how the case went on, without its text and without blame. */
export const pastCard = (view: PastView, speech: Speech): Card => ({
  title: pastTitle(view, speech),
  kicker: speech.t.labels.caseNumber(view.number),
  tone: 'quiet',
  body: lines('subtle', [speech.t.agent.nothingMore]),
  actions: [],
});

const pastTitle = (view: PastView, { t }: Speech): string => {
  const { title } = t.agent;
  if (view.state === 'withdrawn') return title.withdrawn;
  if (view.agent !== null) return title.wentTo(view.agent);
  return view.state === 'closed' ? title.closed : title.wentOn;
};
