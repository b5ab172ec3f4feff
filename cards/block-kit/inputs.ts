import { clean } from '../clean.ts';
import { choiceOf } from '../fields.ts';
import { withTyped } from '../find-colleague.ts';
import type { Choose, Fold, Form, Input } from '../model.ts';
import type { Texts } from '../texts/texts.ts';
import type { Choosable, SlackBlock, SlackInput, SlackInputElement, SlackOption } from './blocks.ts';
import { fieldId } from './ids.ts';
import { SLACK_LIMITS, whole } from './limits.ts';
import { plainLine, rich, runLine, section, words } from './text.ts';

type Fields = Pick<Form, 'verb' | 'inputs'>;

/** Renders the fields of a form as input blocks. Folded fields stand under their heading. */
export const inputs = (form: Fields, texts: Texts): SlackBlock[] =>
  foldsLast(form.inputs).flatMap((input) => {
    if (input.kind === 'fold') return fold(form, input, texts);
    return input.kind === 'choose' ? chosen(form, input, texts) : fieldInputs(form, input, texts);
  });

const foldsLast = (all: Fields['inputs']): Fields['inputs'] => [
  ...all.filter(({ kind }) => kind !== 'fold'),
  ...all.filter(({ kind }) => kind === 'fold'),
];

/** A list that draws the window anew when somebody chooses, and the fields of what is chosen. */
const chosen = (form: Fields, choose: Choose, texts: Texts): SlackBlock[] => {
  const { intro, inputs: own } = choose.options.find(({ value }) => value === choose.value) ?? { inputs: [] };
  return [
    { ...otherInput(form, choiceOf(choose), texts), dispatch_action: true },
    ...rich(section(words(intro ?? '', SLACK_LIMITS.text, texts.actions.shortened))),
    ...own.flatMap((input) => fieldInputs(form, input, texts)),
  ];
};

const fieldInputs = (form: Fields, input: Input, texts: Texts): SlackInput[] =>
  withTyped(input).flatMap((one) =>
    one.kind === 'text' ? textInputs(form, one, texts) : [otherInput(form, one, texts)],
  );

const fold = (form: Fields, { label, inputs: folded }: Fold, texts: Texts): SlackBlock[] => [
  { type: 'divider' },
  ...rich(section(runLine(label, SLACK_LIMITS.header, texts.actions.shortened, { bold: true }))),
  ...folded.flatMap((input) => fieldInputs(form, input, texts)),
];

const block = (
  form: Fields,
  input: Input,
  label: string,
  element: (id: string) => SlackInputElement,
  { actions }: Texts,
  part = 1,
): SlackInput => {
  const id = fieldId(form.verb, input.field, part);
  const hint = input.kind === 'text' && part === 1 ? (input.hint ?? '') : '';
  return {
    type: 'input',
    block_id: id,
    label: plainLine(label, SLACK_LIMITS.inputLabel, actions.shortened),
    element: element(id),
    ...(hint === '' ? {} : { hint: plainLine(hint, SLACK_LIMITS.inputHint, actions.shortened) }),
    optional: part > 1 || !('required' in input) || !input.required,
  };
};

/** Splits a text that is too long for one field over several: text outside the fields would be lost on Send. */
const textInputs = (form: Fields, input: Extract<Input, { kind: 'text' }>, texts: Texts): SlackInput[] => {
  const parts = split(clean(input.value ?? ''));
  return parts.map((part, index) =>
    block(
      form,
      input,
      index === 0 ? input.label : texts.blocks.goesOn(input.label),
      (id) => ({
        type: 'plain_text_input',
        action_id: id,
        multiline: input.multiline,
        max_length: Math.min(Math.max(input.maxLength, part.length), SLACK_LIMITS.plainTextInput),
        ...(part === '' ? {} : { initial_value: part }),
      }),
      texts,
      index + 1,
    ),
  );
};

/** Splits a text into parts that fit a field, after white space where there is some. */
const split = (text: string): string[] => {
  const limit = SLACK_LIMITS.plainTextInput;
  if (text.length <= limit) return [text];
  const room = text.slice(0, limit).replace(/[\ud800-\udbff]$/u, '');
  const part = /^[\s\S]*\s/u.exec(room)?.[0] ?? room;
  return [part, ...split(text.slice(part.length))];
};

const otherInput = (form: Fields, input: Exclude<Input, { kind: 'text' }>, texts: Texts): SlackInput =>
  block(form, input, input.label, (id) => ({ action_id: id, ...element(input, texts) }), texts);

type WithoutId<T> = T extends unknown ? Omit<T, 'action_id'> : never;

const element = (input: Exclude<Input, { kind: 'text' }>, { actions }: Texts): WithoutId<SlackInputElement> => {
  switch (input.kind) {
    case 'choice': {
      const chosen = input.options.find(({ value }) => value === input.value);
      return {
        type: 'static_select',
        ...choosable(input.options),
        ...(chosen === undefined ? {} : { initial_option: option(chosen) }),
      };
    }
    case 'colleague':
      return {
        type: 'external_select',
        min_query_length: 2,
        placeholder: plainLine(input.hint, SLACK_LIMITS.placeholder, '…'),
      };
    case 'choices': {
      const chosen = input.options.filter(({ value }) => input.values.includes(value));
      return {
        type: 'multi_static_select',
        ...choosable(input.options),
        ...(chosen.length === 0 ? {} : { initial_options: chosen.map(option) }),
      };
    }
    case 'toggle': {
      const yes = [option({ value: 'yes', label: actions.yes })];
      return { type: 'checkboxes', options: yes, ...(input.value ? { initial_options: yes } : {}) };
    }
    case 'date':
      return { type: 'datepicker', ...(input.value === undefined ? {} : { initial_date: input.value }) };
    case 'time':
      return { type: 'timepicker', ...(input.value === undefined ? {} : { initial_time: input.value }) };
  }
};

type Option = { value: string; label: string };

const option = ({ value, label }: Option): SlackOption => ({
  text: plainLine(label, SLACK_LIMITS.optionText, '…'),
  value: whole(value, SLACK_LIMITS.optionValue, 'the value of an option'),
});

/** Splits a list of over a hundred options into groups, named after their first and last options. */
const choosable = (options: readonly Option[]): Choosable => {
  const limit = SLACK_LIMITS.options;
  if (options.length <= limit) return { options: options.map(option) };
  const groups = Array.from({ length: Math.ceil(options.length / limit) }, (_, index) =>
    options.slice(index * limit, (index + 1) * limit),
  );
  const half = (label = '') => plainLine(label, (SLACK_LIMITS.optionText - 3) / 2, '…').text;
  return {
    option_groups: whole(groups, SLACK_LIMITS.optionGroups, 'a list of groups').map((group) => ({
      label: plainLine(`${half(group[0]?.label)} – ${half(group.at(-1)?.label)}`, SLACK_LIMITS.optionText, '…'),
      options: group.map(option),
    })),
  };
};
