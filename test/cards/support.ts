import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { CaseView } from '../../bot/cases/view-types.ts';
import { LANGUAGES, type Language } from '../../bot/words.ts';
import { type AdaptiveCardJson, renderAdaptiveCard } from '../../cards/adaptive.ts';
import { readMenuValue, verbOf } from '../../cards/block-kit/ids.ts';
import { createCards } from '../../cards/create-cards.ts';
import { chooseIn, choosing, fieldsOf } from '../../cards/fields.ts';
import type { Card, Form, Input } from '../../cards/model.ts';
import { renderPlainText } from '../../cards/plain-text.ts';
import { principlesSchema } from '../../cards/principles.ts';
import { EXAMPLES } from './examples.ts';

const principlesFile = new URL('../../content/principles.json', import.meta.url);

export const cards = createCards({
  timeZone: 'Europe/Copenhagen',
  principles: principlesSchema.parse(JSON.parse(readFileSync(principlesFile, 'utf8'))),
});

type By<Viewer extends CaseView['viewer']> = Extract<CaseView, { viewer: Viewer; turns: unknown }>;

/** The view of an example case; fails unless this viewer can read it. */
export const viewOf = <Viewer extends CaseView['viewer']>(name: string, viewer: Viewer): By<Viewer> => {
  const notice = EXAMPLES[name];
  assert.ok(notice?.kind === 'case' && isReadBy(notice.view, viewer), name);
  return notice.view;
};
const isReadBy = <Viewer extends CaseView['viewer']>(view: CaseView, viewer: Viewer): view is By<Viewer> =>
  view.viewer === viewer && 'turns' in view;

export type Drawn = { name: string; language: Language; card: Card; json: AdaptiveCardJson; text: string };

/** Every example in every language, as a card, as Adaptive Card JSON and as plain text. */
export const drawAll = (): Drawn[] =>
  Object.entries(EXAMPLES).flatMap(([name, notice]) =>
    LANGUAGES.map((language) => {
      const card = cards.card(notice, language);
      return { name, language, card, json: renderAdaptiveCard(card, language), text: renderPlainText(card, language) };
    }),
  );

export type Found = Record<string, unknown>;

const isObject = (value: unknown): value is Found => typeof value === 'object' && value !== null;

/** Every object in a card's JSON, the card itself first. */
export const objectsIn = (json: unknown): Found[] => {
  if (Array.isArray(json)) return json.flatMap(objectsIn);
  if (!isObject(json)) return [];
  return [json, ...Object.values(json).flatMap(objectsIn)];
};

export const ofType = (json: unknown, type: string | RegExp): Found[] =>
  objectsIn(json).filter((found) => (typeof type === 'string' ? found.type === type : type.test(String(found.type))));

/** The keys with visible strings, on any kind of element. */
const VISIBLE = ['text', 'title', 'label', 'placeholder', 'errorMessage', 'fallbackText', 'altText', 'tooltip'];

export const visibleStrings = (json: unknown): string[] =>
  objectsIn(json).flatMap((found) =>
    VISIBLE.map((key) => found[key]).filter((value): value is string => typeof value === 'string'),
  );

/** A button of a message in Slack, or a line of its "…" menu. */
export type SlackPress = { verb: string; data: string; label: string; inMenu: boolean; asks: boolean };

export const slackPresses = (blocks: unknown): SlackPress[] =>
  objectsIn(blocks).flatMap(({ type, action_id: id, value, text, confirm, options }): SlackPress[] => {
    if (type === 'button')
      return [
        {
          verb: verbOf(String(id)),
          data: String(value),
          label: wordsOf(text),
          inMenu: false,
          asks: confirm !== undefined,
        },
      ];
    if (type !== 'overflow') return [];
    return (options as { value: string; text: unknown }[]).map((line) => {
      const read = readMenuValue(line.value);
      assert.ok(read, line.value);
      return { ...read, label: wordsOf(line.text), inMenu: true };
    });
  });

const wordsOf = (text: unknown): string => (isObject(text) ? String(text.text) : '');

/** A form as each of its windows in Slack shows it: one for each option, where a choice decides which fields there are. */
export const windowsOf = (form: Form): Form[] =>
  chooseIn(form)?.options.map(({ value }) => choosing(form, value)) ?? [form];

/** The fields of a form that one of its windows shows. */
export const shownFieldsOf = (form: Form): Input[] => {
  const choose = chooseIn(form);
  if (choose === null) return fieldsOf(form);
  const hidden = choose.options.filter(({ value }) => value !== choose.value).flatMap(({ inputs }) => inputs);
  return fieldsOf(form).filter((input) => !hidden.includes(input));
};
