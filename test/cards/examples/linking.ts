import type { LinkNot } from '../../../bot/accounts/notice.ts';
import { hours, now } from './base.ts';
import type { ExamplesByKind } from './examples-of.ts';

const not = <Why extends LinkNot>(why: Why) => ({ kind: 'link-not' as const, why, until: null, now: null });

/** One person on two platforms. */
export const LINKING = {
  'link-code': {
    'link-code': { kind: 'link-code', code: 'bkdfghjm', others: ['slack'], minutes: 10 },
    'link-code-two': { kind: 'link-code', code: 'bkdfghjm', others: ['teams', 'slack'], minutes: 10 },
  },
  'link-confirm': {
    'link-confirm': { kind: 'link-confirm', link: 'l4Kx9', name: 'Mette Krogh', there: 'teams', here: 'slack' },
  },
  'link-refused': { 'link-refused': { kind: 'link-refused' } },
  linked: { linked: { kind: 'linked', platforms: ['teams', 'slack'] } },
  unlinked: { unlinked: { kind: 'unlinked', parted: ['slack'], here: 'teams' } },
  'link-not': {
    'link-not-wrong-code': not('wrong-code'),
    'link-not-must-wait': { kind: 'link-not', why: 'must-wait', until: hours(1), now },
    'link-not-one-platform': not('one-platform'),
    'link-not-linked-already': not('linked-already'),
    'link-not-linked': not('not-linked'),
    'link-not-same-place': not('same-place'),
    'link-not-both-listed': not('both-listed'),
    'link-not-manager': not('manager'),
    'link-not-left': not('left'),
  },
} satisfies ExamplesByKind<'link-code' | 'link-confirm' | 'link-refused' | 'linked' | 'unlinked' | 'link-not'>;
