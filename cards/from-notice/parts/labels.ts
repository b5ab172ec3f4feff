import type { AskerView, Correction, HeldView } from '../../../bot/cases/view-types.ts';
import { TOPICS } from '../../../bot/words.ts';
import type { Form } from '../../model.ts';
import { capital, type Speech } from '../../speech.ts';
import { form } from './case-form.ts';

/** Says what the case is really about. Both choices stand as they are now, so that one press changes one of them. */
export const labelsForm = (view: AskerView | HeldView, { t, principles }: Speech): Form => {
  const { labels } = t.actions;
  return form(view, {
    verb: 'correct-labels',
    label: labels.label,
    send: labels.send,
    intro: labels.intro,
    weight: 'more',
    inputs: [
      {
        kind: 'choice',
        field: 'principle',
        label: labels.principle,
        options: principles.map(({ id, name }) => ({ value: id, label: name })),
        value: view.principle,
        required: true,
      },
      {
        kind: 'choice',
        field: 'topic',
        label: labels.topic,
        options: TOPICS.map((topic) => ({ value: topic, label: t.labels.topic[topic] })),
        value: view.topic,
        required: true,
      },
    ],
  });
};

/** Who changed what the case is about, and to what. @param other the other side's name within a sentence */
export const correctionLines = ({ corrected }: AskerView | HeldView, other: string, speech: Speech): string[] =>
  corrected.map(({ by, ...label }) => {
    const { corrected: say } = speech.t.shared;
    const what = labelsInWords(label, speech);
    return by === 'you' ? say.you(what) : capital(say.other(other, what));
  });

const labelsInWords = ({ principle, topic }: Omit<Correction, 'by'>, { t, principle: nameOf }: Speech): string => {
  const { corrected } = t.shared;
  const parts = [
    ...(principle === undefined ? [] : [corrected.principle(nameOf(principle))]),
    ...(topic === undefined ? [] : [corrected.topic(t.labels.topic[topic])]),
  ];
  return parts.join(corrected.and);
};
