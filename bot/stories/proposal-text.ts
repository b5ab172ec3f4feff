import type { Case } from '../cases/case.ts';
import { currentAnswer } from '../cases/correct-answer.ts';
import { beginning, inOneLine, introduced, joined, type Masked, NO_WORDS } from '../privacy/mask.ts';
import type { Language } from '../words.ts';
import { MAX_STORY_LENGTH } from './story.ts';

/** What stands before each part of a proposal. */
const LEADS = {
  da: { dilemma: 'Dilemmaet: ', answer: 'Rådet: ', learned: 'Det lærte jeg: ' },
  en: { dilemma: 'The dilemma: ', answer: 'The advice: ', learned: 'What I learned: ' },
} as const satisfies Record<Language, Record<string, string>>;

/** How much of a proposal the dilemma and what was learned may take, in characters; the answer has what is left. */
const MOST = { dilemma: 200, learned: 200 };

/**
 * A story as Sammen proposes it: the beginnings of the dilemma, the answer and what was learned, in whole sentences. Empty
 * when nothing is left of them.
 * @param cleaned takes out of one part whatever could tell whom it is about, or gives it back empty
 */
export const proposalText = (
  c: Pick<Case, 'text' | 'turns' | 'language'>,
  cleaned: (part: Masked) => Masked,
): Masked => {
  const leads = LEADS[c.language];
  const lead = (before: string, text: Masked, most: number): Masked => {
    const part = firstSentences(cleaned(text), most - before.length, c.language);
    return part === '' ? NO_WORDS : introduced(before, part);
  };
  const dilemma = lead(leads.dilemma, c.text, MOST.dilemma);
  const learned = lead(
    leads.learned,
    c.turns.findLast(({ kind }) => kind === 'learned')?.text ?? NO_WORDS,
    MOST.learned,
  );
  const left = MAX_STORY_LENGTH - dilemma.length - learned.length - 2;
  const answer = lead(leads.answer, c.turns[currentAnswer(c)]?.text ?? NO_WORDS, left);
  return joined([dilemma, answer, learned].filter((part) => part !== ''));
};

/** As many whole sentences from the beginning as fit; part of one, up to a comma, where the first is too long. */
const firstSentences = (text: Masked, most: number, language: Language): Masked => {
  const line = inOneLine(text);
  let end = 0;
  for (const { index, segment } of new Intl.Segmenter(language, { granularity: 'sentence' }).segment(line)) {
    const next = index + segment.trimEnd().length;
    if (next > most) break;
    end = next;
  }
  if (end > 0) return ended(beginning(line, end));
  const clause = beginning(line, most - 1).search(/[,;:–](?=[^,;:–]*$)/u);
  return clause > 0 ? ended(beginning(line, clause)) : NO_WORDS;
};

const STOP = '.' as Masked;

const ended = (text: Masked): Masked => (/[.!?…]["”»)]?$/u.test(text) ? text : introduced(text, STOP));
