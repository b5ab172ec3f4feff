import type { CaseNotice } from '../../bot/cases/notice.ts';
import type { Card } from '../model.ts';
import type { Speech } from '../speech.ts';
import { agentCard } from './case-agent.ts';
import { askerCard } from './case-asker.ts';
import { listedCard, offeredCard } from './case-offer.ts';
import { pastCard, settledCard } from './case-over.ts';

/** A case as one person may see it now. */
export const caseCard = ({ view, settled }: CaseNotice, speech: Speech): Card => {
  if (settled) return settledCard(view, speech);
  switch (view.viewer) {
    case 'asker':
      return askerCard(view, speech);
    case 'agent':
      return agentCard(view, speech);
    case 'offered':
      return offeredCard(view, speech);
    case 'listed':
      return listedCard(view, speech);
    case 'past':
      return pastCard(view, speech);
  }
};
