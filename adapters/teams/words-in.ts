import type { Brought } from '../chat/hear.ts';
import { type Activity, isPersonal, mentionsOfUs } from './activity.ts';
import { holdsMore, isRicher, ownWordsOfHtml, wordsOf } from './plain-words.ts';
import { fieldsOf, textIn } from './read-activity.ts';

/** What somebody wrote, what they answered, and whether they brought what Sammen cannot take. */
export const wordsIn = (activity: Activity): Pick<Brought, 'text' | 'more' | 'inReplyTo'> => {
  const html = htmlIn(activity);
  const useHtml = html !== '' && (activity.text === '' || isRicher(html));
  const answered = isPersonal(activity) ? quotedIn(activity, html) : undefined;
  return {
    text: useHtml ? ownWordsOfHtml(html, isUs(activity)) : wordsOf(activity.text, mentionsOfUs(activity)),
    more: bringsMore(activity, html),
    ...(answered === undefined ? {} : { inReplyTo: answered }),
  };
};

/** More than Teams lets anybody write. */
const MAX_HTML_LENGTH = 400_000;

const htmlIn = ({ attachments }: Activity): string =>
  attachments
    .filter(({ contentType }) => contentType === 'text/html')
    .map((attachment) => textIn(attachment, 'content', MAX_HTML_LENGTH) ?? '')
    .join('\n')
    .slice(0, MAX_HTML_LENGTH);

/** A mention in the HTML holds its place among the mentions of the message; older clients number them otherwise. */
const isUs = (activity: Activity) => {
  const mentions = activity.entities.filter(({ type }) => type === 'mention');
  const names = new Set(mentionsOfUs(activity).map((mention) => wordsOf(mention, [])));
  return (place: string | undefined, name: string): boolean => {
    const mentioned = place === undefined ? undefined : mentions[Number(place)];
    if (mentioned === undefined) return names.has(name);
    return textIn(fieldsOf(mentioned.mentioned), 'id') === activity.recipient.id;
  };
};

const REFERENCE = 'messageReference';

/** The id of the message that is quoted. Teams has said it in four ways over the years. */
const quotedIn = ({ entities, attachments, text }: Activity, html: string): string | undefined => {
  const entity = entities.find(({ type }) => type === 'quotedReply');
  const attachment = attachments.find(({ contentType }) => contentType === REFERENCE);
  const reply = /<blockquote\b[^<>]*schema\.skype\.com\/Reply[^<>]*>/iu.exec(html)?.[0] ?? '';
  return (
    textIn(fieldsOf(entity?.quotedReply), 'messageId', 100) ??
    /<quoted\b[^<>]*\bmessageId=["']([^"'<>]{1,100})["']/iu.exec(text)?.[1] ??
    /\bitemid=["']([^"'<>]{1,100})["']/iu.exec(reply)?.[1] ??
    textIn(attachment ?? {}, 'id', 100)
  );
};

const CARD = /^application\/vnd\.microsoft\.(?:teams\.)?card\.(?:adaptive|hero|thumbnail|o365connector)$/u;

/** A card beside a link is the preview that Teams made of it. */
const bringsMore = ({ attachments, text }: Activity, html: string): boolean =>
  holdsMore(html) ||
  attachments.some((attachment) => {
    const type = textIn(attachment, 'contentType');
    if (type === undefined || type === 'text/html' || type === REFERENCE) return false;
    return !(CARD.test(type) && /https?:\/\//iu.test(text));
  });
