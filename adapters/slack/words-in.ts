import type { Language } from '../../bot/words.ts';
import { TEXTS } from '../../cards/texts/texts.ts';
import type { TurnDeps } from './deps.ts';
import type { Written } from './payloads.ts';
import { belowQuotation, peopleIn, wordsOf } from './plain-words.ts';

/**
 * What somebody wrote. Mentions become names; somebody whom Sammen does not know becomes "a colleague". In a thread, a
 * quotation on top is what they answer, and not their own.
 */
export const wordsIn = async (
  written: Pick<Written, 'text' | 'ts' | 'thread_ts'>,
  language: Language,
  { people, self }: Pick<TurnDeps, 'people' | 'self'>,
): Promise<string> => {
  const text = written.text ?? '';
  const own = answeredIn(written) === undefined ? text : belowQuotation(text);
  const { chat, slack } = TEXTS[language];
  const us = self().user;
  const names = new Map<string, string>();
  for (const id of peopleIn(own)) {
    const known = id === us ? null : await people.byAddress('slack', id);
    names.set(id, id === us ? '' : (known?.name ?? chat.somebody));
  }
  return wordsOf(own, (id) => names.get(id) ?? '', slack.mentioned);
};

/** The message on which the thread began; undefined outside a thread, and for that message itself. */
export const answeredIn = ({ ts, thread_ts }: Pick<Written, 'ts' | 'thread_ts'>): string | undefined =>
  thread_ts === ts ? undefined : thread_ts;

/** Whether a message brought what Sammen cannot take. A preview of a link, which Slack adds by itself, is no such thing. */
export const bringsMore = ({ files, attachments }: Pick<Written, 'files' | 'attachments'>): boolean =>
  (files ?? []).length > 0 || (attachments ?? []).some(({ is_share }) => is_share === true);
