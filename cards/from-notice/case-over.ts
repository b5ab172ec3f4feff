import type { CaseView } from '../../bot/cases/notice.ts';
import type { Card } from '../model.ts';
import type { Speech } from '../speech.ts';
import { conversation, dilemma } from './case-parts.ts';
import { lines } from './nodes.ts';

/** For an agent who was asked once: how the case went on, without its text and without blame. */
export const pastCard = (view: CaseView, speech: Speech): Card => ({
  title: pastTitle(view, speech),
  kicker: speech.t.labels.caseNumber(view.number),
  tone: 'quiet',
  body: lines('subtle', [speech.t.agent.nothingMore]),
  actions: [],
});

const pastTitle = (view: CaseView, { t }: Speech): string => {
  const { title } = t.agent;
  if (view.state === 'withdrawn') return title.withdrawn;
  if (view.agent !== null) return title.wentTo(view.agent);
  return view.state === 'closed' ? title.closed : title.wentOn;
};

/** A newer message carries the case on; this one keeps its words. */
export const settledCard = (view: CaseView, speech: Speech): Card => ({
  title: speech.t.shared.goesOn,
  kicker: speech.t.labels.caseNumber(view.number),
  tone: 'quiet',
  body: [...(view.opening ? dilemma(view, speech) : []), ...conversation(view, speech)],
  actions: [],
});
