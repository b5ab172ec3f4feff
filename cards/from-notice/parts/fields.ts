import type { AskerView, OfferView } from '../../../bot/cases/view-types.ts';
import type { Speech } from '../../speech.ts';

/** Says what an agent was chosen for; empty when only their workload decided. */
export const fieldsOf = (view: AskerView | OfferView, { t, principle }: Speech): string => {
  const why = view.offer?.why ?? null;
  return [
    why?.principle === true ? `"${principle(view.principle)}"` : '',
    why?.topic === true ? t.labels.topicInSentence[view.topic] : '',
  ]
    .filter((field) => field !== '')
    .join(t.labels.and);
};
