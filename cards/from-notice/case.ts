import type { CaseNotice } from '../../bot/cases/notice.ts';
import type { CaseView } from '../../bot/cases/view-types.ts';
import type { Platform } from '../../bot/platform.ts';
import type { Card, Node } from '../model.ts';
import type { Speech } from '../speech.ts';
import { theirDilemma } from './agent/asker.ts';
import { agentCard } from './agent/card.ts';
import { coAgentCard, invitedCard } from './agent/co-agent.ts';
import { handedCard } from './agent/handed.ts';
import { listedCard, offeredCard } from './agent/offer.ts';
import { pastCard } from './agent/past.ts';
import { askerCard } from './asker/card.ts';
import { ownDilemma } from './asker/dilemma.ts';
import { introducedCard } from './introduced/card.ts';
import { quotes } from './parts/conversation.ts';

/** A case as this person may see it now. */
export const caseCard = ({ view, why, settled, goesOnIn }: CaseNotice, speech: Speech): Card => {
  if (settled) return settledCard(view, goesOnIn ?? null, speech);
  switch (view.viewer) {
    case 'asker':
      return askerCard(view, why, speech);
    case 'agent':
      return agentCard(view, why, speech);
    case 'offered':
      return offeredCard(view, speech);
    case 'listed':
      return listedCard(view, why, speech);
    case 'handed':
      return handedCard(view, speech);
    case 'invited':
      return invitedCard(view, speech);
    case 'co-agent':
      return coAgentCard(view, why, speech);
    case 'past':
      return pastCard(view, speech);
    case 'introduced':
      return introducedCard(view, speech);
  }
};

/** A newer message continues the case; this one keeps its text and has no buttons. */
const settledCard = (view: CaseView, on: Platform | null, speech: Speech): Card => {
  const { labels, shared, introduction, linking } = speech.t;
  const platform = on === null ? null : linking.platform[on];
  const { kicker, goesOn } = introduction.toColleague;
  return {
    ...('number' in view
      ? { title: shared.goesOn(platform), kicker: labels.caseNumber(view.number) }
      : { title: goesOn(platform), kicker }),
    tone: 'quiet',
    body: wordsOf(view, speech),
    actions: [],
  };
};

const wordsOf = (view: CaseView, speech: Speech): Node[] => {
  if (!('turns' in view)) return [];
  const dilemma = view.viewer === 'asker' ? ownDilemma(view, speech) : theirDilemma(view, speech);
  return [...(view.opening ? dilemma : []), ...quotes(view.turns, view.now, speech)];
};
