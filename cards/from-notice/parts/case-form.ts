import type { CaseVerb } from '../../../bot/cases/command.ts';
import type { AskerView, CaseView, HeldView } from '../../../bot/cases/view-types.ts';
import type { Action, Form, Press, TextInput } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { MAX } from './limits.ts';

/** Building blocks for presses and forms on a case card. */

type OnCase = Pick<CaseView, 'id' | 'rev'>;

export const caseData = ({ id, rev }: OnCase) => ({ case: id, rev });

export const press = (
  view: OnCase,
  verb: CaseVerb,
  label: string,
  weight: Press['weight'],
  more: Press['data'] = {},
): Press => ({
  kind: 'press',
  verb,
  label,
  data: { ...caseData(view), ...more },
  weight,
});

/** A button that shows the story of the case, where there is one. */
export const storyPress = (view: AskerView | HeldView, { t }: Speech): Press[] =>
  view.story === null || !(view.state === 'answered' || view.state === 'closed')
    ? []
    : [
        {
          kind: 'press',
          verb: 'show-story',
          label: t.stories.ask.show,
          data: { ...caseData(view), story: view.story },
          weight: 'more',
        },
      ];

type More = Partial<Pick<TextInput, 'hint' | 'maxLength' | 'value'>>;

/** A field for a few lines. */
export const words = (field: string, label: string, required: boolean, more: More = {}): TextInput => ({
  kind: 'text',
  field,
  label,
  required,
  multiline: true,
  maxLength: MAX.text,
  ...more,
});

/** A field for one line. */
export const line = (field: string, label: string, required: boolean, more: More = {}): TextInput => ({
  kind: 'text',
  field,
  label,
  required,
  multiline: false,
  maxLength: MAX.line,
  ...more,
});

type Shape = Pick<Form, 'verb' | 'label' | 'send' | 'inputs' | 'weight'> & { intro?: string; open?: boolean };
export const form = (view: OnCase, shape: Shape): Form => ({ kind: 'form', data: caseData(view), ...shape });

/** Keeps only the actions that the person may take now. */
export const allowed = <A extends Action>({ may }: { may: readonly CaseVerb[] }, actions: A[]): A[] =>
  actions.filter((action) => may.some((verb) => verb === action.verb));
