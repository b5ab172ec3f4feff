import type { Language } from '../../words.ts';

const patternsFor = (danish: string, english: string): string[] => [
  `[på] ${danish}`,
  // The command with its language: "sprog engelsk", "language: english".
  `(sprog|language) [på|til|to] (${danish}|${english})`,
  `skriv til mig på ${danish}`,
  `(skriv|tal|svar|snak|kør|brug) [på] ${danish} [til mig|med mig]`,
  `(skift|vælg|gå over) [sprog|sproget|mit sprog] (til|på) ${danish}`,
  `(kan|kunne|vil|taler|skriver|forstår) du [tale|skrive|svare|snakke|skifte til|gå over til] [på] ${danish} [til mig|med mig]`,
  `jeg (taler|forstår|læser|kan|vil have|foretrækker) [kun] [det på] ${danish}`,
  `(må|kan) (jeg|vi) (skrive|få det|få det på|tage det) [på] ${danish}`,
  `[in] ${english}`,
  `${english} only`,
  `(speak|write|answer|reply|talk|use) [in|to me in|me in] ${english}`,
  `(switch|change) [language|the language|my language] to ${english}`,
  `do you (speak|write|understand|know) ${english}`,
  `(can|could) you (speak|write|answer|reply|switch to|talk) [in|to me in] ${english}`,
  `i (only speak|only understand|only read|prefer|speak|want) ${english}`,
];

/** How people ask to be written to in a language. */
export const LANGUAGE_CHOICES: Record<Language, readonly string[]> = {
  da: patternsFor('dansk', 'danish'),
  en: [
    ...patternsFor('engelsk', 'english'),
    'i (dont|do not|cannot|cant) (speak|understand|read) danish',
    'jeg (taler|forstår|læser|kan) ikke [så meget|meget] dansk',
  ],
};
