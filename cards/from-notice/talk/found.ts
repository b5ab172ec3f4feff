import type { StoryReply } from '../../../bot/stories/notice.ts';
import type { Card, Node, Quote } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { lines, snippet } from '../parts/nodes.ts';
import { plain } from '../parts/plain.ts';
import { sayWords } from '../parts/say-word.ts';

/** How much of a story stands on the card at once, in characters; the rest is behind a button. */
const MAX_AT_ONCE = 240;

/** What was found for some words: stories first, then principles. */
export const foundCard = (reply: Extract<StoryReply, { kind: 'found' }>, speech: Speech): Card => {
  const { search } = speech.t.stories;
  const { stories, more, principles } = reply;
  if (stories.length + principles.length === 0)
    return plain(
      search.nothing,
      lines('body', [search.tryOther, search.ask]),
      sayWords(['principles', 'help'], speech),
    );
  return plain(
    search.title,
    [
      ...(stories.length === 0 ? lines('body', [search.noStory, search.ask]) : told(stories, speech)),
      ...lines('subtle', [more === 0 ? null : search.more(more)]),
      ...named(principles, speech),
      ...lines('subtle', [stories.length === 0 ? null : search.readers]),
    ],
    sayWords(['principles', 'help'], speech),
  );
};

export const searchWhatCard = (speech: Speech): Card => {
  const { search } = speech.t.stories;
  return plain(search.what, lines('body', [search.how]), sayWords(['principles', 'help'], speech));
};

const told = (stories: readonly string[], { t: { stories: texts } }: Speech): Node[] => {
  const quotes = stories.map((text): Quote => ({ kind: 'quote', who: texts.inDraft.story, when: '', text }));
  const long = quotes.filter(({ text }) => snippet(text, MAX_AT_ONCE).length < text.length);
  return [
    ...quotes.map((quote) => ({ ...quote, text: snippet(quote.text, MAX_AT_ONCE) })),
    ...(long.length === 0 ? [] : [{ kind: 'folded' as const, label: texts.inDraft.whole(long.length), quotes: long }]),
  ];
};

const named = (ids: readonly string[], { t, principles }: Speech): Node[] => {
  const items = principles.filter(({ id }) => ids.includes(id)).map(({ name, text }) => ({ title: name, text }));
  return items.length === 0 ? [] : [...lines('heading', [t.stories.search.principles]), { kind: 'list', items }];
};
