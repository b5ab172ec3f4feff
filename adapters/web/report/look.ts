import { PERIODS, type Period } from '../../../bot/adoption/periods.ts';
import type { Language } from '../../../bot/words.ts';
import type { Speech } from '../../../cards/speech.ts';

/** The reader's choices: length of the period and language. */
export type Look = {
  period: Period;
  speech: Speech;
  language: Language;
  urlFor(change: { period?: Period; language?: Language }): string;
};

const DEFAULT_PERIOD: Period = 12;

export const lookFrom = (query: URLSearchParams, speech: Speech): Look => {
  const period = PERIODS.find((weeks) => String(weeks) === query.get('weeks')) ?? DEFAULT_PERIOD;
  const { language } = speech;
  return {
    period,
    speech,
    language,
    urlFor: (change) => `/report?weeks=${change.period ?? period}&lang=${change.language ?? language}`,
  };
};
