import type { CaseVerb } from '../../bot/cases/command.ts';
import type { CaseView } from '../../bot/cases/notice.ts';
import type { Action, Form, Input, Press } from '../model.ts';
import { MOST } from './limits.ts';

/** What presses and forms on a case card are put together from. */

export const caseData = (view: CaseView) => ({ case: view.id, rev: view.rev });

export const press = (
  view: CaseView,
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

export const words = (
  field: string,
  label: string,
  required: boolean,
  more: { hint?: string; most?: number } = {},
): Input => ({
  kind: 'text',
  field,
  label,
  required,
  multiline: true,
  most: more.most ?? MOST.text,
  ...(more.hint === undefined ? {} : { hint: more.hint }),
});

export const line = (field: string, label: string, hint?: string): Input => ({
  kind: 'text',
  field,
  label,
  required: false,
  multiline: false,
  most: MOST.line,
  ...(hint === undefined ? {} : { hint }),
});

type Shape = Pick<Form, 'verb' | 'label' | 'send' | 'inputs' | 'weight'> & { intro?: string; open?: boolean };
export const form = (view: CaseView, shape: Shape): Form => ({ kind: 'form', data: caseData(view), ...shape });

/** Keeps only what the person may do now. */
export const allowed = (view: CaseView, actions: Action[]): Action[] =>
  actions.filter((action) => view.may.some((verb) => verb === action.verb));
