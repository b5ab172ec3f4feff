import { withTyped } from '../find-colleague.ts';
import type { Fold, Form, Input } from '../model.ts';
import type { Texts } from '../texts/texts.ts';
import type { Json } from './json.ts';
import { toggle } from './toggle.ts';

type Fields = Pick<Form, 'verb' | 'part' | 'inputs'>;

/**
 * Marks required fields only in a form of its own (`strict`): a required field that is open in the card would block
 * every other form of the card until it was filled.
 */
export const inputs = (form: Fields, strict: boolean, texts: Texts): Json[] =>
  form.inputs.flatMap((input) => {
    // Its options have a Send each, so the form's card draws them.
    if (input.kind === 'choose') return [];
    return input.kind === 'fold'
      ? fold(form, input, texts)
      : withTyped(input).map((one) => field(form, one, strict, texts));
  });

const field = (form: Fields, input: Input, strict: boolean, { actions }: Texts): Json => ({
  id: idOf(form, input.field),
  label: input.label,
  ...fields(input, actions),
  ...(strict && 'required' in input && input.required
    ? { isRequired: true, errorMessage: missing(input, actions) }
    : {}),
});

const idOf = ({ verb, part }: Fields, name: string): string =>
  [verb, ...(part === undefined ? [] : [part]), name].join('.');

/** A button, and the fields that it shows. They are sent along whether they are shown or not. */
const fold = (form: Fields, { label, inputs: folded }: Fold, texts: Texts): Json[] => {
  const [first] = folded;
  if (first === undefined) return [];
  const id = `fold.${idOf(form, first.field)}`;
  return [
    toggle(label, id),
    { type: 'Container', id, isVisible: false, items: folded.map((input) => field(form, input, false, texts)) },
  ];
};

/** What a search for colleagues is about: the case whose agent searches. */
export const datasetOf = {
  write: (about: string): string => `colleagues/${about}`,
  read: (dataset: string): string | null => /^colleagues\/(.+)$/u.exec(dataset)?.[1] ?? null,
};

/** More than these become a drop-down list. */
const MAX_CHECK_BOXES = 8;

const missing = (input: Input, actions: Texts['actions']): string => {
  switch (input.kind) {
    case 'text':
      return actions.missingText;
    case 'date':
    case 'time':
      return actions.missingDate;
    default:
      return actions.missingChoice;
  }
};

/**
 * Choices are drop-down lists: as radio buttons they would share a name across the cards that `adaptivecards` shows.
 */
const fields = (input: Input, actions: Texts['actions']): Json => {
  switch (input.kind) {
    case 'text':
      return {
        type: 'Input.Text',
        maxLength: input.maxLength,
        ...(input.multiline ? { isMultiline: true } : {}),
        ...(input.hint === undefined ? {} : { placeholder: input.hint }),
        ...(input.value === undefined ? {} : { value: input.value }),
      };
    case 'choice':
      return {
        type: 'Input.ChoiceSet',
        style: 'compact',
        choices: input.options.map(({ value, label }) => ({ title: label, value })),
        wrap: true,
        ...(input.value === undefined ? {} : { value: input.value }),
      };
    case 'colleague':
      return {
        type: 'Input.ChoiceSet',
        style: 'filtered',
        placeholder: input.hint,
        // The package refuses a list without a choice; this one leads to the field beside it.
        choices: [{ title: input.typed.label, value: ' ' }],
        'choices.data': { type: 'Data.Query', dataset: datasetOf.write(input.case) },
      };
    case 'choices':
      // Check boxes do not share a name across cards.
      return {
        type: 'Input.ChoiceSet',
        isMultiSelect: true,
        style: input.options.length > MAX_CHECK_BOXES ? 'compact' : 'expanded',
        choices: input.options.map(({ value, label }) => ({ title: label, value })),
        wrap: true,
        ...(input.values.length === 0 ? {} : { value: input.values.join(',') }),
      };
    case 'toggle':
      return { type: 'Input.Toggle', title: actions.yes, value: String(input.value), wrap: true };
    case 'date':
      return {
        type: 'Input.Date',
        ...(input.from === undefined ? {} : { min: input.from }),
        ...(input.value === undefined ? {} : { value: input.value }),
      };
    case 'time':
      return { type: 'Input.Time', ...(input.value === undefined ? {} : { value: input.value }) };
  }
};
