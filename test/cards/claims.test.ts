import assert from 'node:assert/strict';
import type { Passage } from '../../bot/cases/said-views.ts';
import type { CaseView } from '../../bot/cases/view-types.ts';
import type { Notice } from '../../bot/notices.ts';
import { LANGUAGES, type Language } from '../../bot/words.ts';
import { renderPlainText } from '../../cards/plain-text.ts';
import { TEXTS } from '../../cards/texts/texts.ts';
import { PASSAGES } from './examples/passages.ts';
import { EXAMPLES } from './examples.ts';
import { cards } from './support.ts';

/** Words that claim that something arrived; nothing may ever claim that it was read. */
const CLAIMS: Record<Language, RegExp> = {
  da: /(?<!du )har (?:nu )?fået|\ber (?:nu )?sendt\b|blev sendt|\bsendt til|er leveret|har modtaget|er kommet frem til|ved nu|kan (?:nu )?se dit/iu,
  en: /has (?:now )?(?:received|got)\b|has your\b|(?:was|were|been) sent\b|\bsent to\b|delivered to|now knows|can (?:now )?see your/iu,
};
const READ: Record<Language, RegExp> = {
  da: /har (?:nu )?læst|er læst\b|blev læst/iu,
  en: /\bhas (?:now )?read\b|(?:was|been|is) read\b/iu,
};

/** Texts about something else than a message to somebody: the report, the run of the weekly principle, admins' lists. */
const ABOUT_OTHER_THINGS = new Set(['report', 'nudges', 'admin', 'sheet']);

const textOf = (notice: Notice, language: Language) => renderPlainText(cards.card(notice, language), language);

const passagesOf = (view: CaseView): (Passage | null)[] => {
  if (view.viewer === 'asker') return [view.passage, view.offer?.passage ?? null];
  return view.viewer === 'agent' && view.state !== 'withdrawn' ? [view.passage] : [];
};

const withPassage = (view: CaseView, passage: Passage): CaseView => {
  if (view.viewer === 'asker') {
    const offer = view.offer && { ...view.offer, passage };
    return { ...view, offer, passage: { ...passage, what: 'reply' } };
  }
  if (view.viewer !== 'agent' || view.state === 'withdrawn') return view;
  return { ...view, passage: { ...passage, what: 'answer' } };
};

/** Every text of a language with example names filled in, with the path that names it. */
const textsIn = (texts: unknown, path: string): [string, string][] => {
  if (typeof texts === 'string') return [[path, texts]];
  if (typeof texts === 'function') return textsIn(texts('Anna', 'Anna', 'Anna'), path);
  if (Array.isArray(texts)) return texts.flatMap((text, i) => textsIn(text, `${path}.${i}`));
  if (typeof texts !== 'object' || texts === null) return [];
  return Object.entries(texts).flatMap(([key, text]) => textsIn(text, path === '' ? key : `${path}.${key}`));
};

describe('a card', () => {
  for (const language of LANGUAGES) {
    it(`claims that something arrived only when the platform said so, in ${language}`, () => {
      let claims = 0;
      for (const [name, notice] of Object.entries(EXAMPLES)) {
        if (notice.kind !== 'case' && notice.kind !== 'draft') continue;
        if (!CLAIMS[language].test(textOf(notice, language))) continue;
        const passages = notice.kind === 'case' ? passagesOf(notice.view) : [notice.view.sent?.passage ?? null];
        const arrived = passages.some((passage) => passage?.state === 'sent');
        assert.ok(arrived, `${name}: ${textOf(notice, language)}`);
        claims++;
      }
      assert.ok(claims > 5, 'the claims are found');
    });

    it(`never claims it for words on their way, waiting, undeliverable or failed, in ${language}`, () => {
      for (const [name, notice] of Object.entries(EXAMPLES)) {
        if (notice.kind !== 'case') continue;
        for (const { state, ...rest } of Object.values(PASSAGES)) {
          if (state === 'sent') continue;
          const view = withPassage(notice.view, { state, ...rest } as Passage);
          assert.doesNotMatch(textOf({ ...notice, view }, language), CLAIMS[language], `${name}, ${state}`);
        }
      }
    });

    it(`never says that something was read, in ${language}`, () => {
      for (const [name, notice] of Object.entries(EXAMPLES))
        assert.doesNotMatch(textOf(notice, language), READ[language], name);
    });

    it(`has no other text that claims an arrival, in ${language}`, () => {
      const claiming = textsIn(TEXTS[language], '')
        .filter(([path, text]) => !ABOUT_OTHER_THINGS.has(path.split('.')[0] ?? '') && CLAIMS[language].test(text))
        .map(([path]) => path);
      assert.deepEqual(claiming, ['draft.whom.sent', 'passage.arrived', 'passage.offer.arrived']);
    });
  }
});
