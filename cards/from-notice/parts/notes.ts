import type { NoteView } from '../../../bot/cases/colleague-views.ts';
import type { Form, Node } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { form, words } from './case-form.ts';
import { firstNameOf } from './names.ts';
import { lines } from './nodes.ts';

/** The latest ones; a card must not grow without end. */
const MAX_NOTES = 5;

/** What two agents wrote to each other, marked as theirs alone. */
export const notesBetween = (
  { notes, now }: { notes: readonly NoteView[]; now: Date },
  other: string,
  speech: Speech,
): Node[] => {
  if (notes.length === 0) return [];
  const { labels, colleagues } = speech.t;
  const earlier = notes.length - MAX_NOTES;
  return [
    ...lines('heading', [colleagues.notes.heading(firstNameOf(other, speech))]),
    ...lines('subtle', [earlier > 0 ? colleagues.notes.more(earlier) : null]),
    ...notes.slice(-MAX_NOTES).map(
      ({ by, who, at, text }): Node => ({
        kind: 'quote',
        who: by === 'you' ? labels.youSaid.reply : labels.said.reply(who ?? colleagues.someone),
        when: speech.when(at, now),
        text,
      }),
    ),
  ];
};

type OnCase = Parameters<typeof form>[0];

/** `typed`: what its writer has typed in the chat. */
export const noteForm = (
  view: OnCase & { typed?: { text: string } },
  other: string,
  speech: Speech,
  weight: Form['weight'],
): Form => {
  const { notes } = speech.t.colleagues;
  const first = firstNameOf(other, speech);
  return form(view, {
    verb: 'note-to-agent',
    label: notes.label(first),
    send: speech.t.actions.reply.send,
    weight,
    open: weight === 'main',
    inputs: [words('text', notes.text(first), true, view.typed === undefined ? {} : { value: view.typed.text })],
  });
};
