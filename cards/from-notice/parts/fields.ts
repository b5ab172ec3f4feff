import type { AskerView, OfferView } from '../../../bot/cases/view.ts';
import type { Speech } from '../../speech.ts';

/** What an agent was chosen for, in words; empty when only the room for one more case decided. */
export const fieldsOf = (view: AskerView | OfferView, { t, principle }: Speech): string => {
  const why = view.offer?.why ?? null;
  const topic = t.labels.topic[view.topic];
  return [
    why?.principle === true ? `"${principle(view.principle)}"` : '',
    why?.topic === true ? topic.charAt(0).toLocaleLowerCase('da') + topic.slice(1) : '',
  ]
    .filter((field) => field !== '')
    .join(t.labels.and);
};
