import { PERIODS, type Period } from '../../../bot/adoption/publication.ts';
import { LANGUAGES, type Language } from '../../../bot/words.ts';
import type { Speech } from '../../../cards/speech.ts';
import { TEXTS } from '../../../cards/texts/texts.ts';

/** What a reader chose to see: how long a period, in which language. */
export type Look = {
  period: Period;
  speech: Speech;
  language: Language;
  urlFor(change: { period?: Period; language?: Language }): string;
};

const USUAL: Period = 12;

export const lookFrom = (query: URLSearchParams, speech: Speech): Look => {
  const period = PERIODS.find((weeks) => String(weeks) === query.get('weeks')) ?? USUAL;
  const language = languageOf(speech);
  return {
    period,
    speech,
    language,
    urlFor: (change) => `/report?weeks=${change.period ?? period}&lang=${change.language ?? language}`,
  };
};

export const languageOf = ({ t }: Speech): Language => LANGUAGES.find((one) => TEXTS[one] === t) ?? 'da';
