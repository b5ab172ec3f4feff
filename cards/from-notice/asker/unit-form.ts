import type { AskerView } from '../../../bot/cases/view-types.ts';
import type { Form, Input } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { caseData } from '../parts/case-form.ts';

/** A longer list is hard to search; people whose unit is missing type it. */
const MAX_UNITS = 60;
const MAX_UNIT_LENGTH = 100;

/** Asks where the asker works, only on the card that confirms Send. */
export const unitForm = (view: AskerView, { t }: Speech): Form[] => {
  if (view.units === null) return [];
  const { unit } = t.people;
  const options = view.units
    .slice(0, MAX_UNITS)
    .toSorted((a, b) => a.localeCompare(b, 'da'))
    .map((name) => ({ value: name, label: name }));
  const write = (field: string, label: string): Input => ({
    kind: 'text',
    field,
    label,
    required: false,
    multiline: false,
    maxLength: MAX_UNIT_LENGTH,
  });
  return [
    {
      kind: 'form',
      verb: 'set-unit',
      label: unit.label,
      send: unit.send,
      intro: unit.intro,
      data: caseData(view),
      weight: 'normal',
      open: true,
      inputs:
        options.length === 0
          ? [write('unit', unit.unit)]
          : [
              { kind: 'choice', field: 'unit', label: unit.unit, options, required: false },
              write('otherUnit', unit.other),
            ],
    },
  ];
};
