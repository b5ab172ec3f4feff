import { type Certainty, mayName } from '../../../bot/routing/guess.ts';
import type { Principle, Topic } from '../../../bot/words.ts';
import type { Speech } from '../../speech.ts';

type About = { principle: Principle; topic: Topic; certainty: Certainty };

/** What a case is about, as a fact or as a guess; no value where its text says too little. */
export const aboutFact = ({ principle, topic, certainty }: About, speech: Speech): [string, string | null] => {
  const { agent, labels } = speech.t;
  const value = `${speech.principle(principle)} · ${labels.topic[topic]}`;
  return [certainty === 'sure' ? agent.about : agent.aboutGuess, mayName(certainty) ? value : null];
};
