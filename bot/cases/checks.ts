import type { RefusalCode } from '../refusal.ts';
import { DAY } from '../time/units.ts';
import type { Case } from './case.ts';
import { openIntroduction } from './introduction.ts';
import type { Invitation } from './invitations.ts';
import { coAgentOf, openInvitation } from './invitations.ts';
import type { Part } from './part.ts';
import { isOver, latestTalkOf } from './talk-proposed.ts';
import { latestTransit } from './transit.ts';

/** A closed case can be continued for 30 days (docs/rules.md, "Closed cases"). */
export const MAX_DAYS_AFTER_CLOSING = 30;

const canGoOn = (c: Case, now: Date): boolean =>
  c.closedAt === null || now.getTime() - c.closedAt.getTime() <= MAX_DAYS_AFTER_CLOSING * DAY;

export type Check = (c: Case, part: Part, now: Date) => RefusalCode | null;

export const whileFresh: Check = (c, _part, now) => (canGoOn(c, now) ? null : 'too-late');
export const withStep: Check = (c, part, now) => (c.step === null ? 'no-step' : whileFresh(c, part, now));
export const withUndroppedStep: Check = (c, part, now) =>
  c.step?.state === 'dropped' ? 'no-step' : withStep(c, part, now);
export const onceAsked: Check = (c) => (c.followUp === null || c.followUp.askedAt === null ? 'not-asked-yet' : null);
export const named: Check = (c, part) => (c.anonymous && part === 'asker' ? 'reveal-first' : null);
export const talkToAnswer: Check = (c, part, now) => {
  const latest = latestTalkOf(c);
  if (latest === null || latest.by === part || isOver(latest.talk, now)) return 'no-talk';
  return latest.agreed ? 'talk-agreed' : named(c, part, now);
};
export const talkToCancel: Check = (c, _part, now) => {
  const latest = latestTalkOf(c);
  return latest === null || isOver(latest.talk, now) ? 'no-talk-to-cancel' : null;
};
export const unlessHeld: Check = (_c, part) => (part === 'handed' ? null : part === 'agent' ? 'you-have-it' : 'taken');
export const unlessAsked: Check = (c) => (openInvitation(c) === null ? null : 'asked-colleague');
export const questionOf =
  (what: Invitation['for']): Check =>
  (c) => {
    const open = openInvitation(c);
    return open?.state === 'asker' && open.for === what ? null : 'no-colleague-question';
  };
export const unlessHelped: Check = (c, part, now) =>
  coAgentOf(c) === null ? unlessAsked(c, part, now) : 'has-co-agent';
export const whenInvited: Check = (_c, part) =>
  part === 'invited' ? null : part === 'co-agent' ? 'helps-already' : 'not-invited';
export const whenInvitedOrHelping: Check = (_c, part) =>
  part === 'invited' || part === 'co-agent' ? null : 'not-invited';
export const withCoAgent: Check = (c) => (coAgentOf(c) === null ? 'no-co-agent' : null);

/** Whoever took the case over corrects nobody else's answer. */
export const ownAnswer: Check = (c, part, now) =>
  c.answer?.by === c.agent ? whileFresh(c, part, now) : 'nothing-to-correct';
export const onlyAgent: Check = (_c, part) => (part === 'agent' ? null : 'only-agent');
export const noneIsOpen: Check = (c) => (openIntroduction(c) === null ? null : 'introduction-open');
export const asksThem: Check = (c, part) => {
  const asked = openIntroduction(c)?.state;
  return asked === (part === 'asker' ? 'asker' : 'colleague') ? null : 'no-introduction';
};
export const whenAnonymous: Check = (c) => (c.anonymous ? null : 'not-anonymous');

/** The agent cannot get what the asker wrote: the asker need not wait for somebody who may never be back. */
export const isOutOfReach = (c: Case): boolean => {
  const state = latestTransit(c, 'asker')?.transit.state;
  return state === 'undeliverable' || state === 'failed';
};
