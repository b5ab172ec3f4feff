import { type Branded, type NudgeTextId, nudgeTextId } from '../ids.ts';
import { FIELDS_OF_WORK, type FieldOfWork } from '../words.ts';

/** A text as the people of one field of work read it, as a card's list sends it: some texts name an event near them. */
export type TextAsRead = Branded<'TextAsRead'>;

const BETWEEN = '@';

export const textAsRead = (id: NudgeTextId, reader: FieldOfWork): TextAsRead =>
  `${id}${BETWEEN}${reader}` as TextAsRead;

/** `reader` is null when it names no field, as when somebody sends the text's id alone. */
export const partsOfTextAsRead = (value: TextAsRead): { id: NudgeTextId; reader: FieldOfWork | null } => {
  const at = value.lastIndexOf(BETWEEN);
  const reader = FIELDS_OF_WORK.find((field) => field === value.slice(at + 1)) ?? null;
  return { id: nudgeTextId(at === -1 ? value : value.slice(0, at)), reader };
};
