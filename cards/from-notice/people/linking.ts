import type { LinkCodeNotice } from '../../../bot/accounts/notice.ts';
import type { Reply } from '../../../bot/notices.ts';
import type { Platform } from '../../../bot/platform.ts';
import type { Card, Press } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { lines } from '../parts/nodes.ts';

type LinkReply = Extract<Reply, { kind: 'link-confirm' | 'link-not' | 'link-refused' | 'linked' | 'unlinked' }>;

/** The cards about linking a person's accounts on two platforms. */
export const linkCard = (notice: LinkReply | LinkCodeNotice, speech: Speech): Card => {
  const { linking } = speech.t;
  switch (notice.kind) {
    case 'link-code':
      return {
        title: linking.code.title(inTwo(notice.code)),
        tone: 'plain',
        body: [
          ...lines('body', [linking.code.where(named(notice.others, linking.or, speech))]),
          ...lines('subtle', [linking.code.until(speech.number(notice.minutes))]),
        ],
        actions: [],
      };
    case 'link-confirm':
      return confirmCard(notice, speech);
    case 'link-refused':
      return { title: linking.refused.title, tone: 'quiet', body: lines('body', [linking.refused.text]), actions: [] };
    case 'link-not': {
      const { why, until, now } = notice;
      const wait = until === null || now === null ? null : linking.waitUntil(speech.when(until, now));
      return {
        title: linking.notTitle[why],
        tone: 'plain',
        body: lines('body', [wait, linking.not[why]]),
        actions: [],
      };
    }
    case 'linked':
      return {
        title: linking.linked.title(named(notice.platforms, linking.and, speech)),
        tone: 'good',
        body: [...lines('body', [linking.linked.text]), ...lines('subtle', [linking.linked.apart])],
        actions: [],
      };
    case 'unlinked':
      return {
        title: linking.unlinked.title(named(notice.parted, linking.and, speech)),
        tone: 'plain',
        body: [
          ...lines('body', [linking.unlinked.text(linking.platform[notice.here])]),
          ...lines('subtle', [linking.unlinked.again]),
        ],
        actions: [],
      };
  }
};

const confirmCard = (notice: Extract<Reply, { kind: 'link-confirm' }>, { t }: Speech): Card => {
  const { confirm, platform } = t.linking;
  const [here, there] = [platform[notice.here], platform[notice.there]];
  const press = (verb: Press['verb'], label: string, weight: Press['weight']): Press => ({
    kind: 'press',
    verb,
    label,
    data: { link: notice.link },
    weight,
  });
  return {
    title: confirm.title,
    tone: 'attention',
    body: [
      ...lines('lead', [confirm.who(notice.name, there)]),
      ...lines('body', [confirm.what(here, there)]),
      { kind: 'warning', text: confirm.warning(notice.name) },
      ...lines('subtle', [confirm.anonymous, confirm.apart]),
    ],
    actions: [press('confirm-link', confirm.yes, 'normal'), press('refuse-link', confirm.no, 'normal')],
  };
};

/** Splits a code in two, which makes it easier to read and type. */
const inTwo = (code: string): string => code.replace(/^(.{4})(?=.)/u, '$1-');

const named = (platforms: readonly Platform[], between: string, { t }: Speech): string =>
  platforms.map((platform) => t.linking.platform[platform]).join(between);
