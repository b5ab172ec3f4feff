// @ts-check
import { element } from './dom.js';
import { texts } from './language.js';

/**
 * @typedef {Extract<import('../../../cards/block-kit/blocks.ts').SlackBlock, { type: 'input' }>} SlackInput
 * @typedef {Extract<SlackInput['element'], { type: 'static_select' | 'multi_static_select' }>} SlackSelect
 * @typedef {NonNullable<Extract<SlackInput['element'], { type: 'static_select' }>['initial_option']>} SlackOption
 */

let drawn = 0;

/** The maximum height of a multiple-choice list, in rows. */
const MAX_ROWS = 6;

/** @param {SlackOption} option @param {readonly SlackOption[]} chosen */
const optionOf = ({ text, value }, chosen) =>
  element('option', { value, selected: chosen.some((option) => option.value === value) }, text.text);

/** @param {SlackSelect} select @param {readonly SlackOption[]} chosen */
const optionsOf = (select, chosen) =>
  'options' in select
    ? select.options.map((option) => optionOf(option, chosen))
    : select.option_groups.map(({ label, options }) =>
        element('optgroup', { label: label.text }, ...options.map((option) => optionOf(option, chosen))),
      );

/** @param {SlackInput['element']} input @param {Record<string, string | undefined>} named */
function control(input, named) {
  switch (input.type) {
    case 'plain_text_input': {
      const shared = { ...named, maxlength: String(input.max_length) };
      return input.multiline
        ? element('textarea', { ...shared, rows: '4' }, input.initial_value ?? '')
        : element('input', { ...shared, value: input.initial_value });
    }
    case 'static_select': {
      const chosen = input.initial_option === undefined ? [] : [input.initial_option];
      const none = chosen.length === 0 ? [element('option', { value: '' }, texts.pick)] : [];
      return element('select', named, ...none, ...optionsOf(input, chosen));
    }
    case 'multi_static_select':
      return element(
        'select',
        {
          ...named,
          multiple: true,
          size: String(Math.min(MAX_ROWS, 'options' in input ? input.options.length : MAX_ROWS)),
        },
        ...optionsOf(input, input.initial_options ?? []),
      );
    // Slack asks Sammen for what fits; the preview has nobody to ask.
    case 'external_select':
      return element('input', { ...named, type: 'search', placeholder: input.placeholder.text });
    case 'datepicker':
      return element('input', { ...named, type: 'date', value: input.initial_date });
    case 'timepicker':
      return element('input', { ...named, type: 'time', value: input.initial_time });
    case 'checkboxes':
      return null;
  }
}

/** @param {Extract<SlackInput['element'], { type: 'checkboxes' }>} input */
const boxes = ({ options, initial_options: ticked = [] }) =>
  options.map(({ text, value }) =>
    element(
      'label',
      { class: 'slack-box' },
      element('input', { type: 'checkbox', value, checked: ticked.some((option) => option.value === value) }),
      text.text,
    ),
  );

/** A field with its label, and its hint under it. @param {SlackInput} block */
export function field({ label, element: input, hint, optional }) {
  const id = `field-${++drawn}`;
  const hintId = hint === undefined ? undefined : `${id}-hint`;
  const mark = optional ? [' ', element('span', { class: 'slack-optional' }, texts.optional)] : [];
  const under = hint === undefined ? [] : [element('p', { class: 'slack-hint', id: `${id}-hint` }, hint.text)];
  if (input.type === 'checkboxes') {
    const legend = element('legend', {}, label.text, ...mark);
    return element('fieldset', { class: 'slack-field' }, legend, ...boxes(input), ...under);
  }
  const drawnControl = control(input, { id, 'data-field': input.action_id, 'aria-describedby': hintId });
  return element(
    'div',
    { class: 'slack-field' },
    element('label', { for: id }, label.text, ...mark),
    ...(drawnControl === null ? [] : [drawnControl]),
    ...under,
  );
}
