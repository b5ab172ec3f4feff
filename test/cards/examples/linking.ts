import type { LinkNot } from '../../../bot/lives/notice.ts';
import type { Notice } from '../../../bot/notices.ts';
import { hours, now } from './base.ts';

const not = (why: LinkNot): Notice => ({ kind: 'link-not', why, until: null, now: null });

/** One person on two platforms. */
export const LINKING: Record<string, Notice> = {
  'link-code': { kind: 'link-code', code: 'bkdfghjm', others: ['slack'], minutes: 10 },
  'link-code-two': { kind: 'link-code', code: 'bkdfghjm', others: ['teams', 'slack'], minutes: 10 },
  'link-confirm': { kind: 'link-confirm', link: 'l4Kx9', name: 'Mette Krogh', there: 'teams', here: 'slack' },
  'link-refused': { kind: 'link-refused' },
  linked: { kind: 'linked', platforms: ['teams', 'slack'] },
  unlinked: { kind: 'unlinked', parted: ['slack'], here: 'teams' },
  'link-not-wrong-code': not('wrong-code'),
  'link-not-must-wait': { kind: 'link-not', why: 'must-wait', until: hours(1), now },
  'link-not-one-platform': not('one-platform'),
  'link-not-linked-already': not('linked-already'),
  'link-not-linked': not('not-linked'),
  'link-not-same-place': not('same-place'),
  'link-not-both-listed': not('both-listed'),
  'link-not-manager': not('manager'),
  'link-not-left': not('left'),
};
