import type { AskerView, OfferView } from '../../../bot/cases/view-types.ts';
import type { Reason } from '../../../bot/routing/choose-agent.ts';
import type { Speech } from '../../speech.ts';

/** Says what an agent was chosen for; empty when only their workload decided. */
export const fieldsOf = (view: AskerView | OfferView, { t, principle }: Speech): string => {
  const knows = knownTo(view);
  return [
    knows.principle === null ? '' : `"${principle(knows.principle)}"`,
    knows.topic === null ? '' : t.labels.topicInSentence[knows.topic],
  ]
    .filter((field) => field !== '')
    .join(t.labels.and);
};

type Known = NonNullable<Reason['knows']>;

/** An offer of an earlier version says only whether they know what the case is about. */
const knownTo = ({ offer, principle, topic }: AskerView | OfferView): Known => {
  const why = offer?.why ?? null;
  return (
    why?.knows ?? { principle: why?.principle === true ? principle : null, topic: why?.topic === true ? topic : null }
  );
};
