import assert from 'node:assert/strict';
import { LANGUAGES } from '../../bot/words.ts';
import { formToOpen, readViewValues, verbOf } from '../../cards/block-kit/ids.ts';
import { renderSlackHome, renderSlackMessage, renderSlackModal, type SlackView } from '../../cards/block-kit.ts';
import { fieldsOf } from '../../cards/fields.ts';
import type { Action, Card, Form, Press } from '../../cards/model.ts';
import { faultsOfBlocks, faultsOfMessage, faultsOfView } from '../support/assertions/check-blocks.ts';
import { EXAMPLES } from './examples.ts';
import { cards, drawAll, objectsIn, ofType, slackPresses } from './support.ts';

const all = drawAll();
const isForm = (action: Action): action is Form => action.kind === 'form';
const isOpen = (action: Action): boolean => isForm(action) && action.open === true;
const pressesIn = (card: Card): Press[] =>
  card.body.flatMap((node) => {
    if (node.kind === 'question') return node.presses;
    return node.kind === 'list' ? node.items.flatMap(({ action }) => (action === undefined ? [] : [action])) : [];
  });

describe('Slack messages', () => {
  it('are valid for Slack, in every example and language', () => {
    assert.ok(all.length > 100, String(all.length));
    for (const { name, language, card } of all) {
      assert.deepEqual(faultsOfMessage(renderSlackMessage(card, language)), [], `${name} ${language}`);
    }
  });

  it('offer every action of the card, once each, with its data', () => {
    for (const { name, language, card } of all) {
      const found = slackPresses(renderSlackMessage(card, language).blocks).map(({ verb, data }) => [verb, data]);
      const wanted = [...pressesIn(card), ...card.actions].map(({ verb, data }) => [verb, JSON.stringify(data)]);
      assert.deepEqual(found.map(String).sort(), wanted.map(String).sort(), `${name} ${language}`);
    }
  });

  it('name the first button of a verb by the verb, and number the others', () => {
    for (const { name, language, card } of all) {
      const ids = ofType(renderSlackMessage(card, language).blocks, 'button').map(({ action_id }) => String(action_id));
      const counts = new Map<string, number>();
      for (const id of ids) {
        const verb = id.replace(/:\d+$/u, '');
        const number = (counts.get(verb) ?? 0) + 1;
        counts.set(verb, number);
        assert.equal(id, number === 1 ? verb : `${verb}:${number}`, `${name} ${language}`);
      }
    }
  });

  it('show the fields of an open form, with its submit button right below', () => {
    let shown = 0;
    for (const { name, language, card } of all) {
      const { blocks } = renderSlackMessage(card, language);
      const form = card.actions.find(isOpen);
      const lines = card.body.flatMap((node) => (node.kind === 'question' && node.line ? [node.line.field] : []));
      // A question's own field is in the body, with its answers below.
      const fields = blocks.filter(({ type }) => type === 'input').slice(lines.length);
      if (form === undefined || !isForm(form)) {
        assert.equal(fields.length, 0, name);
        continue;
      }
      shown += 1;
      assert.deepEqual(
        fields.map((block) => 'block_id' in block && block.block_id),
        fieldsOf(form).map(({ field }) => `${form.verb}.${field}`),
        name,
      );
      const last = blocks.findLastIndex(({ type }) => type === 'input');
      // What is said under the fields stands between them and the button.
      const [sends] = ofType(blocks[last + (form.outro === undefined ? 1 : 2)], 'button');
      assert.equal(sends?.action_id, form.verb, name);
      assert.deepEqual(sends?.text, { type: 'plain_text', text: form.send, emoji: false });
    }
    assert.ok(shown > 10, String(shown));
  });

  it('show folded fields last, under the words of their button', () => {
    const drawn = cards.card(EXAMPLES['draft-changing-agents'] ?? assert.fail(), 'da');
    const form = drawn.actions.find(isForm) ?? assert.fail();
    for (const { blocks } of [renderSlackMessage(drawn, 'da'), renderSlackModal(drawn, form, 'da', '')]) {
      const heading = blocks.findIndex((block) => JSON.stringify(block).includes('Mere: emne'));
      const fields = blocks.map((block) => ('block_id' in block ? block.block_id.split('.')[1] : null));
      assert.deepEqual(fields.slice(heading - 2, heading + 4), ['for', null, null, 'notTo', 'principle', 'topic']);
      assert.equal(blocks[heading - 1]?.type, 'divider');
    }
  });

  it('send the typed line with each answer to a question, except in the App Home', () => {
    const questions = all.filter(({ card }) => card.body.some((node) => node.kind === 'question' && node.line));
    assert.ok(questions.length > 0);
    for (const { name, language, card } of questions) {
      const { blocks } = renderSlackMessage(card, language);
      const field = blocks.findIndex(({ type }) => type === 'input');
      const answers = ofType(blocks[field + 1], 'button').map(({ action_id: id }) => id);
      assert.deepEqual(answers, ['follow-up', 'follow-up:2', 'follow-up:3'], name);
      const typed = { 'follow-up.text': { 'follow-up.text': { type: 'plain_text_input', value: 'Vi mødtes.' } } };
      assert.deepEqual(readViewValues(typed), { 'follow-up.text': 'Vi mødtes.' });
      assert.equal(formToOpen(card.actions, 'follow-up', {}, typed), null, 'no window stands in between');
      assert.ok(!renderSlackHome([card, card], language).blocks.some(({ type }) => type === 'input'), name);
    }
  });

  it('ask for confirmation before irreversible actions, whose buttons alone are red', () => {
    let asked = 0;
    for (const { name, language, card } of all) {
      const { blocks } = renderSlackMessage(card, language);
      const buttons = ofType(blocks, 'button');
      const actions = [...pressesIn(card), ...card.actions];
      const dangers = actions.filter(({ kind, weight }) => kind === 'press' && weight === 'danger');
      const asking = slackPresses(blocks).filter(({ asks }) => asks);
      assert.deepEqual(
        asking.map(({ label }) => label),
        dangers.map(({ label }) => label),
        name,
      );
      assert.ok(
        buttons.every(({ style }) => style === undefined || style === 'primary'),
        name,
      );
      asked += asking.length;
    }
    assert.ok(asked > 10, String(asked));
  });

  it('contain no mrkdwn and no emoji names, so that nothing is read as formatting', () => {
    for (const { name, language, card } of all) {
      const windows = card.actions.filter(isForm).map((form) => renderSlackModal(card, form, language, ''));
      const views: SlackView[] = [renderSlackHome([card], language), ...windows];
      for (const view of [renderSlackMessage(card, language), ...views]) {
        assert.equal(ofType(view, 'mrkdwn').length, 0, name);
        assert.ok(
          ofType(view, 'plain_text').every(({ emoji }) => emoji === false),
          name,
        );
      }
    }
  });
});

describe('a Slack message that is too big', () => {
  it('folds its open fields into a modal that its button opens', () => {
    const options = Array.from({ length: 60 }, (_, at) => ({ value: `v${at} ${'a'.repeat(100)}`, label: `L${at}` }));
    const open: Form = {
      kind: 'form',
      verb: 'set-unit',
      label: 'Skriv din afdeling',
      send: 'Gem',
      data: { case: 'c1', rev: 2 },
      weight: 'normal',
      open: true,
      inputs: [{ kind: 'choice', field: 'unit', label: 'Afdeling', options, required: false }],
    };
    const quotes = (count: number): Card['body'] =>
      Array.from({ length: count }, () => ({ kind: 'quote', who: 'Jonas', when: '', text: 'ord '.repeat(500) }));
    const drawn = (count: number) =>
      renderSlackMessage({ title: 'Titel', tone: 'plain', body: quotes(count), actions: [open] }, 'da').blocks;
    assert.equal(ofType(drawn(0), 'input').length, 1);
    const folded = drawn(8);
    assert.equal(ofType(folded, 'input').length, 0);
    const [button] = ofType(folded, 'button');
    assert.deepEqual(button?.text, { type: 'plain_text', text: 'Skriv din afdeling', emoji: false });
    assert.equal(formToOpen([open], verbOf(String(button?.action_id)), JSON.parse(String(button?.value)), {}), open);
  });
});

describe('Slack modals', () => {
  it('are valid for Slack, for every form of every example', () => {
    let checked = 0;
    for (const { name, language, card } of all) {
      for (const form of card.actions.filter(isForm)) {
        const view = renderSlackModal(card, form, language, '{"message":"m1"}');
        assert.deepEqual(faultsOfView(view), [], `${name} ${form.verb} ${language}`);
        assert.equal(view.callback_id, form.verb);
        const called = form.open === true && form.label === form.send ? card.title : form.label;
        assert.ok(JSON.stringify(view).includes(JSON.stringify(called)), `${name}: the window says what it is`);
        assert.equal(view.private_metadata, '{"message":"m1"}');
        const [submit] = objectsIn(view.submit);
        assert.ok(String(submit?.text).startsWith(form.send.slice(0, 20)));
        checked += 1;
      }
    }
    assert.ok(checked > 100, String(checked));
  });
});

describe('the App Home', () => {
  it('is valid for Slack with one card or many, and says how many do not fit', () => {
    for (const language of LANGUAGES) {
      const cards = all.filter((one) => one.language === language).map(({ card }) => card);
      for (const count of [0, 1, 2, 5, 10, 20, cards.length]) {
        const home = renderSlackHome(cards.slice(0, count), language);
        assert.deepEqual(faultsOfView(home), [], `${count} ${language}`);
        const titles = cards
          .slice(0, count)
          .filter(({ title }) => JSON.stringify(home).includes(JSON.stringify(title)));
        const [note] = ofType(home.blocks.at(-1), 'plain_text');
        const left = /^… (?:og|and) (\d+)/u.exec(String(note?.text))?.[1];
        assert.ok(titles.length + Number(left ?? 0) >= count, `${titles.length} + ${left} of ${count}`);
      }
    }
  });

  it('folds open forms, because fields of two cards could share a name', () => {
    const twice = all.filter(({ card, language }) => language === 'da' && card.actions.some(isOpen)).slice(0, 2);
    const home = renderSlackHome(
      twice.map(({ card }) => card),
      'da',
    );
    assert.equal(ofType(home.blocks, 'input').length, 0);
    assert.ok(twice.every(({ card }) => card.actions.every(({ label }) => JSON.stringify(home).includes(label))));
  });
});

describe('the check of blocks', () => {
  const words = { type: 'plain_text', text: 'x' };
  const press = { type: 'button', action_id: 'a', text: words };
  const field = { type: 'input', block_id: 'a', label: words, element: { type: 'plain_text_input', action_id: 'a' } };
  const option = { text: words, value: 'v' };

  it('accepts valid blocks', () => {
    const good = [
      { type: 'header', text: words },
      { type: 'section', text: { type: 'mrkdwn', text: '*x*' }, accessory: { ...press, action_id: 'b' } },
      { type: 'actions', elements: [press, { type: 'overflow', action_id: 'c', options: [option] }] },
      { ...field, element: { type: 'datepicker', action_id: 'd', initial_date: '2026-11-24' } },
      { type: 'divider' },
    ];
    assert.deepEqual(faultsOfBlocks(good, 'message'), []);
    assert.deepEqual(faultsOfMessage({ text: 'x', blocks: good }), []);
  });

  for (const [what, block] of [
    ['an unknown block', { type: 'card' }],
    ['a header of 151', { type: 'header', text: { ...words, text: 'x'.repeat(151) } }],
    ['an empty text', { type: 'header', text: { ...words, text: '' } }],
    ['mrkdwn in a header', { type: 'header', text: { type: 'mrkdwn', text: 'x' } }],
    ['a section of nothing', { type: 'section' }],
    ['a button label of 76', { type: 'actions', elements: [{ ...press, text: { ...words, text: 'x'.repeat(76) } }] }],
    ['a button value of 2001', { type: 'actions', elements: [{ ...press, value: 'x'.repeat(2001) }] }],
    [
      '26 buttons',
      { type: 'actions', elements: Array.from({ length: 26 }, (_, at) => ({ ...press, action_id: `${at}` })) },
    ],
    ['two buttons of one name', { type: 'actions', elements: [press, press] }],
    ['a text input among buttons', { type: 'actions', elements: [field.element] }],
    ['a button in an input', { ...field, element: press }],
    ['a prefill of 3001', { ...field, element: { ...field.element, initial_value: 'x'.repeat(3001) } }],
    ['a prefill over its own most', { ...field, element: { ...field.element, max_length: 2, initial_value: 'xxx' } }],
    ['101 options', { ...field, element: { type: 'static_select', action_id: 'a', options: Array(101).fill(option) } }],
    ['no options', { ...field, element: { type: 'static_select', action_id: 'a', options: [] } }],
    [
      'a choice that is none of the options',
      {
        ...field,
        element: {
          type: 'static_select',
          action_id: 'a',
          options: [option],
          initial_option: { ...option, value: 'w' },
        },
      },
    ],
    ['an impossible date', { ...field, element: { type: 'datepicker', action_id: 'a', initial_date: '2026-02-30' } }],
    ['an unknown key', { type: 'divider', colour: 'red' }],
    [
      'a link to a script',
      {
        type: 'rich_text',
        elements: [{ type: 'rich_text_section', elements: [{ type: 'link', url: 'javascript:alert(1)' }] }],
      },
    ],
  ] as const) {
    it(`refuses ${what}`, () => {
      assert.notDeepEqual(faultsOfBlocks([block], 'message'), []);
    });
  }

  it('refuses too many blocks, duplicate block ids, missing text, mentions and oversized messages', () => {
    const divider = { type: 'divider' };
    assert.deepEqual(faultsOfBlocks(Array(50).fill(divider), 'message'), []);
    assert.equal(faultsOfBlocks(Array(51).fill(divider), 'message').length, 1);
    assert.deepEqual(faultsOfBlocks(Array(100).fill(divider), 'home'), []);
    assert.equal(faultsOfBlocks(Array(101).fill(divider), 'modal').length, 1);
    const other = { ...field, element: { ...field.element, action_id: 'b' } };
    assert.deepEqual(faultsOfBlocks([field, other], 'modal'), ['block_id twice: a']);
    assert.equal(faultsOfMessage({ blocks: [] }).length, 1);
    assert.equal(faultsOfMessage({ text: 'Hej <!channel>', blocks: [] }).length, 1);
    assert.equal(faultsOfMessage({ text: 'Hej @here', blocks: [] }).length, 1);
    assert.equal(faultsOfMessage({ text: 'x'.repeat(4001), blocks: [] }).length, 1);
    const long = { type: 'section', text: { ...words, text: 'x'.repeat(2900) } };
    assert.match(String(faultsOfMessage({ text: 'x', blocks: [long, long, long, long, long] })), /characters/u);
  });

  it('refuses a modal with a long title, without a submit button, or with long metadata', () => {
    const view = { type: 'modal', title: words, submit: words, blocks: [field], private_metadata: 'x'.repeat(3000) };
    assert.deepEqual(faultsOfView(view), []);
    assert.equal(faultsOfView({ ...view, title: { ...words, text: 'x'.repeat(25) } }).length, 1);
    assert.equal(faultsOfView({ ...view, submit: undefined }).length, 1);
    assert.equal(faultsOfView({ ...view, private_metadata: 'x'.repeat(3001) }).length, 1);
    assert.notDeepEqual(faultsOfView({ type: 'drawer', blocks: [] }), []);
  });
});
