import type { DraftView } from '../../../bot/drafts/notice.ts';
import type { Form, Node, Press, Quote } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { line } from '../parts/case-form.ts';
import { lines, snippet } from '../parts/nodes.ts';

/** How much of a story stands on the card at once, in characters; the rest is behind a button. */
const MAX_AT_ONCE = 240;
/** Tells the forms apart. */
const PARTS = ['one', 'two', 'three'];

/** Stories that may help with a draft: what a colleague tried, and whether it is enough. */
export const storyNodes = (view: DraftView, { t: { stories } }: Speech): Node[] => {
  const { inDraft } = stories;
  if (view.stories.length === 0) return [];
  const isOne = view.stories.length === 1;
  const quotes = view.stories.map(
    ({ text }, i): Quote => ({
      kind: 'quote',
      who: isOne ? inDraft.story : `${i + 1}. ${inDraft.story}`,
      when: '',
      text,
    }),
  );
  const long = quotes.filter(({ text }) => snippet(text, MAX_AT_ONCE).length < text.length);
  return [
    ...lines('lead', [isOne ? inDraft.heading : inDraft.headingSeveral]),
    ...quotes.map((quote) => ({ ...quote, text: snippet(quote.text, MAX_AT_ONCE) })),
    ...(long.length === 0 ? [] : [{ kind: 'folded' as const, label: inDraft.whole(long.length), quotes: long }]),
    {
      kind: 'question',
      text: isOne ? inDraft.enough : inDraft.enoughOfOne,
      presses: view.stories.map(
        ({ id }, i): Press => ({
          kind: 'press',
          verb: 'story-helped',
          label: isOne ? inDraft.helped : inDraft.helpedNth(i + 1),
          data: { draft: view.id, rev: view.rev, story: id },
          weight: 'normal',
        }),
      ),
    },
  ];
};

/** Where the teller can be asked: the writer's line goes to them, with the writer's name. */
export const meetForms = (view: DraftView, { t: { stories } }: Speech): Form[] => {
  const { label, labelNth, intro, text, hint, send } = stories.inDraft.meet;
  const isOne = view.stories.length === 1;
  return view.stories.flatMap(({ id, meet }, i): Form[] =>
    meet
      ? [
          {
            kind: 'form',
            verb: 'meet-teller',
            label: isOne ? label : labelNth(i + 1),
            send,
            intro,
            data: { draft: view.id, rev: view.rev, story: id },
            weight: 'more',
            ...(isOne ? {} : { part: PARTS[i] ?? 'more' }),
            inputs: [line('text', text, true, { hint })],
          },
        ]
      : [],
  );
};
