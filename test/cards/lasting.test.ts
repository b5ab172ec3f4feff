import assert from 'node:assert/strict';
import { LANGUAGES, type Language } from '../../bot/words.ts';
import { renderAdaptiveCard } from '../../cards/adaptive.ts';
import { renderSlackMessage, renderSlackModal } from '../../cards/block-kit.ts';
import { fieldsOf } from '../../cards/fields.ts';
import type { Action, Card, Input } from '../../cards/model.ts';
import { renderPlainText } from '../../cards/plain-text.ts';
import { TEXTS } from '../../cards/texts/texts.ts';
import { passingWords } from '../support/assertions/passing-words.ts';
import { EXAMPLES } from './examples.ts';
import { cards, visibleStrings } from './support.ts';

/** The words of the library: all that a notice brings in both languages. */
const libraryTexts = (node: unknown, language: Language): string[] => {
  if (typeof node !== 'object' || node === null || node instanceof Date) return [];
  if ('da' in node && 'en' in node) return [String(node[language])];
  return Object.values(node).flatMap((inner) => libraryTexts(inner, language));
};

const inputsOf = (action: Action): readonly Input[] => (action.kind === 'form' ? fieldsOf(action) : []);

/** The label of the box "I need it today", which names the wish and no date. */
const todayLabels = ({ actions }: Card): string[] =>
  actions
    .flatMap(inputsOf)
    .flatMap((input) => (input.kind === 'toggle' && input.field === 'today' ? [input.label] : []));

/** A weekday to choose is a repeating day. */
const optionLabels = ({ actions }: Card): string[] =>
  actions
    .flatMap(inputsOf)
    .flatMap((input) => (input.kind === 'choice' || input.kind === 'choices' ? input.options : []))
    .map(({ label }) => label);

/** People's own words: what they are quoted with, and what a field holds of theirs. */
const ownWords = ({ body, actions }: Card): string[] => [
  ...body.flatMap((node) => (node.kind === 'quote' ? node.text.split('\n') : [])),
  ...actions.flatMap(inputsOf).flatMap((input) => (input.kind === 'text' && input.value ? [input.value] : [])),
];

/** Every text of a language by its path; placeholders are filled with marker words. */
const texts = (node: unknown, path = ''): [path: string, text: string][] => {
  if (typeof node === 'string') return [[path, node]];
  if (typeof node === 'function') return [[path, String(node('«1»', '«2»', '«3»'))]];
  return Object.entries(node as object).flatMap(([key, value]) => texts(value, `${path}.${key}`));
};

describe('a message that stays', () => {
  it('is checked by words that a person would call passing', () => {
    for (const passing of ['i dag kl. 9', 'senest i  morgen', 'på tirsdag', 'Torsdag kl. 10.30', 'mandag d. rette'])
      assert.equal(passingWords(passing, 'da').length, 1, passing);
    for (const stays of [
      'hver mandag',
      'på en mandag',
      'om mandagen',
      'fra mandag til søndag',
      'tirsdag d. 1. december',
    ])
      assert.deepEqual(passingWords(stays, 'da'), [], stays);
    for (const passing of ['by 16:00 today', 'Tomorrow at 9:00', 'on Monday', 'Thursday at 10:30'])
      assert.equal(passingWords(passing, 'en').length, 1, passing);
    for (const stays of [
      'every Monday',
      'on a Monday',
      'on Mondays',
      'Monday to Sunday',
      'Thursday 28 January at 9:00',
    ])
      assert.deepEqual(passingWords(stays, 'en'), [], stays);
  });

  it('names weekday and date, on every platform, in titles, buttons and notifications', () => {
    for (const [name, notice] of Object.entries(EXAMPLES)) {
      for (const language of LANGUAGES) {
        const card = cards.card(notice, language);
        const exempt = [
          ...libraryTexts(notice, language),
          ...todayLabels(card),
          ...optionLabels(card),
          ...ownWords(card),
        ].filter((text) => passingWords(text, language).length > 0);
        const drawn = [
          ...visibleStrings(renderAdaptiveCard(card, language)),
          renderPlainText(card, language),
          ...visibleStrings(renderSlackMessage(card, language)),
          ...card.actions
            .filter((action) => action.kind === 'form')
            .flatMap((form) => visibleStrings(renderSlackModal(card, form, language, ''))),
        ];
        for (const seen of drawn) {
          const rest = exempt.reduce((text, own) => text.replaceAll(own, '…'), seen);
          assert.deepEqual(passingWords(rest, language), [], `${name} ${language}: ${seen}`);
        }
      }
    }
  });

  it('is built of texts that name no passing day', () => {
    const labels = new Set(
      Object.values(EXAMPLES).flatMap((notice) =>
        LANGUAGES.flatMap((language) => todayLabels(cards.card(notice, language))),
      ),
    );
    assert.equal(labels.size, LANGUAGES.length, 'the box is found, so that only its label is exempt');
    for (const language of LANGUAGES) {
      const days = new Set<string>(Object.values(TEXTS[language].nudges.weekdays));
      for (const [path, text] of texts(TEXTS[language])) {
        // A weekday alone is the name of a repeating day, for a choice or a column.
        if (labels.has(text) || days.has(text)) continue;
        assert.deepEqual(passingWords(text, language), [], `${language}${path}: ${text}`);
      }
    }
  });
});
