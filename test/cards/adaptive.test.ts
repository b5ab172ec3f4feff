import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type * as AdaptiveCards from 'adaptivecards';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { ADAPTIVE_LIMITS } from '../../cards/adaptive/limits.ts';
import { bytesOf, renderAdaptiveCard } from '../../cards/adaptive.ts';
import { chooseIn } from '../../cards/fields.ts';
import type { Action, Form, Node, Press } from '../../cards/model.ts';
import { drawAll, type Found, objectsIn, ofType } from './support.ts';

// The package's main entry needs a browser; this one loads in Node.
const require = createRequire(import.meta.url);
const { AdaptiveCard, HostConfig, SerializationContext } =
  require('adaptivecards/dist/adaptivecards.js') as typeof AdaptiveCards;

// The file declares draft-06 with `id`, and has `required: false` in two places; without them ajv reads the same rules.
const {
  $schema: _draft,
  id: _id,
  ...rules
} = JSON.parse(
  readFileSync(new URL('../data/schemas/adaptive-card-1.6.0.json', import.meta.url), 'utf8'),
  (key, value: unknown) => (key === 'required' && value === false ? undefined : value),
) as Record<string, unknown>;
const ajv = new Ajv({ validateSchema: false, strict: false });
addFormats.default(ajv);
const validate = ajv.compile(rules);

// Unlike Teams, the package counts the actions behind "…" as part of the row.
const host = new HostConfig({ actions: { maxActions: 12 } });

const all = drawAll();

describe('Adaptive Cards', () => {
  it('match the published schema', () => {
    for (const { name, language, json } of all) {
      const wire = JSON.parse(JSON.stringify(json));
      assert.ok(validate(wire), `${name} ${language}: ${JSON.stringify(validate.errors?.slice(0, 3))}`);
    }
  });

  it('fail the check when they break the schema', () => {
    assert.equal(validate({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock' }] }), false);
    assert.equal(validate({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'Tekst', text: 'x' }] }), false);
  });

  it('parse without a warning from the adaptivecards package', () => {
    for (const { name, language, json } of all) {
      const context = new SerializationContext();
      const card = new AdaptiveCard();
      card.hostConfig = host;
      card.parse(JSON.parse(JSON.stringify(json)), context);
      const remarks: string[] = [];
      for (let at = 0; at < context.eventCount; at += 1) remarks.push(context.getEventAt(at).message);
      // The package tests `lang` with a stateful regular expression (flag g), so every second card "fails".
      const ours = remarks.filter((remark) => remark !== `Invalid value "${language}" for property "lang".`);
      const failures = card.validateProperties().validationEvents.map(({ message }) => message);
      assert.deepEqual([...ours, ...failures], [], `${name} ${language}`);
    }
  });

  it('have a version, a language, and a text for clients that cannot draw them', () => {
    for (const { json, language, card } of all) {
      assert.equal(json.version, '1.5');
      assert.equal(json.lang, language);
      assert.ok(String(json.fallbackText).includes(card.title));
    }
  });

  it('give every action without Action.Execute the same data, never under the key `verb`', () => {
    for (const { name, json } of all) {
      for (const action of ofType(json, 'Action.Execute')) {
        const fallback = action.fallback as Record<string, unknown>;
        assert.equal(fallback.type, 'Action.Submit', name);
        assert.equal(fallback.title, action.title);
        assert.equal(fallback.associatedInputs, action.associatedInputs);
        assert.deepEqual(fallback.data, { ...(action.data as object), action: action.verb });
      }
      const withVerb = objectsIn(json).filter((found) => 'verb' in found);
      assert.ok(
        withVerb.every((found) => found.type === 'Action.Execute'),
        name,
      );
    }
  });

  it('carry only flat data: ids and the revision', () => {
    for (const { name, json } of all) {
      for (const action of ofType(json, 'Action.Execute')) {
        for (const [key, value] of Object.entries(action.data as object)) {
          assert.ok(['string', 'number'].includes(typeof value), `${name} ${key}`);
          assert.ok(String(value).length <= 30, `${name} ${key}`);
        }
      }
    }
  });

  it('name every field `verb.field`, uniquely, with a label', () => {
    for (const { name, language, json } of all) {
      const inputs = ofType(json, /^Input\./u);
      const ids = inputs.map(({ id }) => String(id));
      assert.equal(new Set(ids).size, ids.length, `${name} ${language}: ${ids.join()}`);
      for (const input of inputs) {
        assert.match(String(input.id), /^[a-z-]+(?:\.[a-z]+)?\.[a-zA-Z]+$/u);
        assert.ok(String(input.label).length > 2);
      }
    }
  });

  it('require a field only inside its own form, with an error message', () => {
    for (const { name, json } of all) {
      const inner = new Set(ofType(json, 'Action.ShowCard').flatMap(({ card }) => ofType(card, /^Input\./u)));
      for (const input of ofType(json, /^Input\./u)) {
        if (input.isRequired !== true) continue;
        assert.ok(inner.has(input), `${name} ${String(input.id)}`);
        assert.ok(String(input.errorMessage).length > 5);
      }
    }
  });

  it('do not submit fields with a press that has none of its own', () => {
    for (const { name, card, json } of all) {
      const open = card.actions.find((action) => action.kind === 'form' && action.open === true);
      const questions = card.body.flatMap((node) => (node.kind === 'question' ? [node] : []));
      const options = card.actions.flatMap((action) =>
        action.kind === 'form' ? (chooseIn(action)?.options ?? []) : [],
      );
      const carried = [
        ...questions.flatMap(({ presses, line }) => (line === undefined ? [] : presses.map(({ label }) => label))),
        ...options.map(({ send }) => send),
      ];
      const rows = ofType(json.body, 'ActionSet').flatMap(({ actions }) => actions);
      for (const action of rows as Record<string, unknown>[]) {
        if (action.type !== 'Action.Execute') continue;
        assert.equal(
          action.associatedInputs,
          action.verb === open?.verb || carried.includes(String(action.title)) ? undefined : 'none',
          `${name} ${String(action.verb)}`,
        );
      }
    }
  });

  it('show at most six buttons in a row, and hide no form behind "…"', () => {
    for (const { name, json } of all) {
      for (const { actions } of [json, ...ofType(json, 'ActionSet')]) {
        const row = (actions ?? []) as Record<string, unknown>[];
        const front = row.filter(({ mode }) => mode !== 'secondary');
        assert.ok(front.length <= ADAPTIVE_LIMITS.primaryActions, `${name}: ${front.length}`);
        assert.ok(
          row.every(({ type, mode }) => type !== 'Action.ShowCard' || mode === undefined),
          name,
        );
      }
    }
  });

  it('wrap every heading and mark it as a heading', () => {
    for (const { json } of all) {
      for (const block of ofType(json, 'TextBlock')) {
        assert.equal(block.wrap, true);
        assert.equal(block.style, 'heading');
      }
    }
  });

  it('keep lines of text together, and leave room under a coloured box, a field or a row of buttons', () => {
    const text = (words: string): Node => ({ kind: 'text', style: 'body', text: words });
    const press: Press = { kind: 'press', verb: 'thank', label: 'Ja', data: {}, weight: 'normal' };
    const { body } = renderAdaptiveCard(
      {
        title: 'Hej',
        tone: 'plain',
        body: [
          text('under the title'),
          { kind: 'quote', who: 'Mette', when: '', text: 'ord' },
          text('under a quote'),
          text('under a line'),
          { kind: 'question', text: 'Hjalp det?', presses: [press] },
          text('under buttons'),
        ],
        actions: [],
      },
      'da',
    );
    const spacing = (words: string) => (body as Found[]).find((part) => JSON.stringify(part).includes(words))?.spacing;
    assert.deepEqual(['under the title', 'under a quote', 'under a line', 'under buttons'].map(spacing), [
      'Small',
      undefined,
      'Small',
      undefined,
    ]);
  });

  it('stay far below the size limit of a message', () => {
    for (const { name, json } of all) assert.ok(bytesOf(json) < 20_000, `${name}: ${bytesOf(json)}`);
  });

  it('put what is rarely wanted under "…": presses into its menu, all of it into a part of the card when one is a form', () => {
    const press: Press = { kind: 'press', verb: 'close-case', label: 'Luk', data: { case: 'a' }, weight: 'more' };
    const form: Form = {
      ...press,
      kind: 'form',
      verb: 'thank',
      label: 'Tak',
      send: 'Send',
      inputs: [],
      weight: 'more',
    };
    const bodyOf = (...actions: Action[]) =>
      (renderAdaptiveCard({ title: 'x', tone: 'plain', body: [], actions }, 'da').body as unknown[]).slice(1);
    assert.deepEqual(
      ofType(bodyOf({ ...press, weight: 'normal' }, press, press), 'Action.Execute').map(({ mode }) => mode),
      [undefined, 'secondary', 'secondary'],
    );
    for (const rest of [form, { ...press, weight: 'danger' } as const]) {
      const [row, hidden, ...none] = bodyOf({ ...press, weight: 'normal' }, press, rest);
      assert.deepEqual(none, []);
      const [, more] = (row as { actions: unknown[] }).actions;
      const { id, isVisible } = hidden as { id: string; isVisible: boolean };
      assert.deepEqual(more, { type: 'Action.ToggleVisibility', title: 'Mere …', targetElements: [{ elementId: id }] });
      assert.equal(isVisible, false);
      assert.equal(ofType(hidden, 'Action.ShowCard').length, 1);
      assert.ok(ofType(hidden, 'Action.Execute').every(({ mode }) => mode === undefined));
    }
  });

  it('fold fields behind a button that names them, stop nobody by a hidden one, and send them all', () => {
    const text = { kind: 'text', label: 'Tekst', required: true, multiline: false, maxLength: 9 } as const;
    const form = (part: string, open: boolean): Form => ({
      kind: 'form',
      verb: 'reply',
      label: 'Skriv',
      send: 'Send',
      data: { case: 'a' },
      weight: 'normal',
      open,
      part,
      inputs: [
        { ...text, field: 'text' },
        { kind: 'fold', label: 'Mere: stedet', inputs: [{ ...text, field: 'place' }] },
      ],
    });
    const json = renderAdaptiveCard(
      { title: 'x', tone: 'plain', body: [], actions: [form('a', true), form('b', false)] },
      'da',
    );
    const folds = ofType(json, 'Container').filter(({ isVisible }) => isVisible === false);
    assert.deepEqual(
      folds.map(({ id }) => id),
      ['fold.reply.a.place', 'fold.reply.b.place'],
    );
    const toggles = ofType(json, 'Action.ToggleVisibility');
    assert.deepEqual(
      toggles.map(({ title, targetElements }) => ({ title, targetElements })),
      folds.map(({ id }) => ({ title: 'Mere: stedet', targetElements: [{ elementId: id }] })),
    );
    assert.deepEqual(
      folds.flatMap((fold) => ofType(fold, 'Input.Text')).map(({ id, isRequired }) => [id, isRequired]),
      [
        ['reply.a.place', undefined],
        ['reply.b.place', undefined],
      ],
    );
    assert.ok(ofType(json, 'Action.Execute').every(({ associatedInputs }) => associatedInputs === undefined));
  });

  it('ask once more, in the same card, before something that cannot be undone', () => {
    let asked = 0;
    for (const { name, language, card, json } of all)
      for (const { verb, label, kind, weight } of card.actions) {
        if (kind !== 'press' || weight !== 'danger') continue;
        const inner = ofType(json, 'Action.ShowCard').filter(({ title }) => title === label);
        const doing = ofType(json, 'Action.Execute').filter(
          (found) => found.verb === verb && found.style === 'destructive',
        );
        assert.equal(inner.length, 1, `${name} ${language}`);
        assert.deepEqual(ofType(inner, 'Action.Execute'), doing, `${name} ${language}`);
        asked += 1;
      }
    assert.ok(asked > 10, String(asked));
  });
});
