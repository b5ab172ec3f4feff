import assert from 'node:assert/strict';
import { fieldsOf } from '../../cards/fields.ts';
import type { Card } from '../../cards/model.ts';
import { renderPlainText } from '../../cards/plain-text.ts';
import { da } from '../../cards/texts/da.ts';
import { en } from '../../cards/texts/en.ts';
import { lix } from '../support/assertions/lix.ts';
import { drawAll } from './support.ts';

/** How Sammen speaks, where a machine can hold it. What people wrote themselves, and the library, are not its words. */

const HARDEST_LIX = 35;
/** Fewer words are names and buttons, for which LIX means nothing. */
const FEWEST_WORDS = 30;

/** Words that blame, in either language. */
const BLAME = /\b(?:desværre ikke svaret|din skyld|du glemte|you forgot|you failed|your fault)\b/iu;

/** The words of boxing, which "sparring" is in English. */
const BOXING = /\bspar(?:s|red|ring)?\b/iu;

const CONJUNCTIONS = new Set(['når', 'hvor', 'hver', 'der', 'her', 'før', 'efter', 'eller', 'derefter', 'ellers']);
const SUBJECTS = 'du|I|jeg|vi|han|hun|de|den|det|der|nogen|ingen|din|dit|dine|[A-ZÆØÅ]\\p{L}+';
const VERB_FIRST = new RegExp(`^(\\p{Lu}\\p{Ll}*r|Vil|Kan|Skal|Må)\\s+(?:${SUBJECTS})\\s[^?]*,[^?]*[.:]?$`, 'u');

/** "Siger du ja, ...": a condition that begins with its verb; a question does not count. */
const isInverted = (sentence: string): boolean => {
  const [, verb] = VERB_FIRST.exec(sentence) ?? [];
  return verb !== undefined && !CONJUNCTIONS.has(verb.toLocaleLowerCase('da'));
};

const sentencesOf = (text: string): string[] => text.split(/(?<=[.?:])\s+|\n+/u);

/** A fact is a label and a value, often somebody's own, and no sentence. */
const withoutFacts = (card: Card): Card => ({ ...card, body: card.body.filter(({ kind }) => kind !== 'facts') });

/** A title and a button have no full stop, and end all the same. */
const linesAsSentences = (text: string): string =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => (/[.?…]$/u.test(line) ? line : `${line}.`))
    .join('\n');

/** The card's own sentences: neither quotes nor what a person put into a field. */
const ownText = ({ body, actions }: Card): string =>
  [
    ...body.flatMap((node) =>
      node.kind === 'text' || node.kind === 'question' || node.kind === 'warning' ? [node.text] : [],
    ),
    ...actions.flatMap((action) => (action.kind === 'form' && action.intro !== undefined ? [action.intro] : [])),
  ].join('\n');

const texts = (node: unknown, path = ''): [path: string, text: string][] => {
  if (typeof node === 'string') return [[path, node]];
  if (typeof node === 'function') return [[path, String(node('«1»', '«2»', '«3»'))]];
  return Object.entries(node as object).flatMap(([key, value]) => texts(value, `${path}.${key}`));
};

/** What a field of one line shows of its hint on a phone. */
const LONGEST_HINT = 34;

describe('the style of a card', () => {
  it('cuts no hint off in a field of one line on a phone', () => {
    const hints = drawAll().flatMap(({ card }) =>
      card.actions.flatMap((action) =>
        action.kind === 'press'
          ? []
          : fieldsOf(action).flatMap((input) =>
              input.kind === 'text' && !input.multiline && input.hint !== undefined ? [input.hint] : [],
            ),
      ),
    );
    assert.ok(hints.length > 10);
    assert.deepEqual(
      [...new Set(hints)].filter((hint) => hint.length > LONGEST_HINT),
      [],
    );
  });

  it('tells a condition that begins with its verb from other sentences', () => {
    for (const inverted of [
      'Siger du ja, bliver dine sager samlet.',
      'Siger Jonas Holm ikke ja, spørger jeg den næste.',
      'Vil du hellere være fri, så tryk Stop.',
      'Holder det ikke, siger jeg til.',
      'Er du bekymret for et barn, så ring.',
    ])
      assert.ok(isInverted(inverted), inverted);
    for (const plain of [
      'Når fejlen er rettet, kan beskeden sendes igen.',
      'Har du et dilemma, eller er du i tvivl?',
      'Hver mandag får du et lille skub, og du bestemmer.',
      'Der er ingen ledig, der passer.',
      'Hvis du ikke når det, spørger jeg en anden.',
      'Skriv til mig, hvis du vil.',
    ])
      assert.ok(!isInverted(plain), plain);
  });

  it('has at most one such condition', () => {
    for (const { name, language, card } of drawAll()) {
      if (language !== 'da') continue;
      const found = sentencesOf(ownText(card)).filter(isInverted);
      assert.ok(found.length <= 1, `${name}: ${found.join(' | ')}`);
    }
  });

  it(`reads easily: a LIX of at most ${HARDEST_LIX} in Danish`, () => {
    const hard = drawAll()
      .filter(({ language }) => language === 'da')
      .map(({ name, card }) => ({ name, text: renderPlainText(withoutFacts(card), 'da') }))
      .filter(({ text }) => text.split(/\s+/u).length >= FEWEST_WORDS)
      .map(({ name, text }) => ({ name, lix: lix(linesAsSentences(text)) }))
      .filter((card) => card.lix > HARDEST_LIX);
    assert.deepEqual(hard, []);
  });

  it('calls nothing "det her", and blames nobody', () => {
    for (const [path, text] of texts(da)) assert.doesNotMatch(text, /\b(?:det|den|de) her\b/iu, `${path}: ${text}`);
    for (const [path, text] of [...texts(da), ...texts(en)]) assert.doesNotMatch(text, BLAME, `${path}: ${text}`);
  });

  it('speaks English of thinking together, not of boxing', () => {
    for (const [path, text] of texts(en)) assert.doesNotMatch(text, BOXING, `${path}: ${text}`);
  });
});
