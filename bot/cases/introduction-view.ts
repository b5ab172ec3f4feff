import { byLastSeen, type Person } from '../people/person.ts';
import { type Masked, NO_WORDS } from '../privacy/mask.ts';
import type { Case } from './case.ts';
import type { AskerIntroduction, ChatLink, Contact, HeldIntroduction } from './colleague-views.ts';
import { barrierTo } from './introducing.ts';
import type { Introduction } from './introduction.ts';
import { introductionPutTo, latestIntroduction, openIntroduction } from './introduction.ts';
import { refusalFor } from './rules.ts';
import type { Shown } from './said-views.ts';
import { askerShown } from './turn-view.ts';
import type { ViewContext } from './view-context.ts';
import type { IntroducedView } from './view-types.ts';

/** What each of the three sees of an introduction (docs/rules.md, "Introductions"). */

/** How the asker sees the newest one. What did not come off is told until the agent writes again. */
export const introductionForAsker = (c: Case, context: ViewContext): AskerIntroduction | null => {
  const one = latestIntroduction(c);
  if (one === null || one.state === 'ended' || (isOver(one) && hasWordsSince(c, one))) return null;
  const who = context.person(one.who);
  const colleague = who === undefined ? null : { name: who.name, unit: who.unit };
  switch (one.state) {
    case 'asker':
      return {
        state: 'asked',
        colleague,
        until: one.until,
        barrier: barrierTo(c, one.who, context.strangers),
        hasRead: c.sharing === 'shared' || c.offers.some(({ agent }) => agent === one.who),
      };
    case 'colleague':
      return { state: 'waits', colleague, until: one.until };
    case 'made':
      return { state: 'made', colleague, contact: contactOf(who, context) };
    default:
      return { state: one.putAt === null && one.state === 'declined' ? 'you-said-no' : 'off', colleague };
  }
};

/** How the agent sees the newest one of their own: never who was asked when, nor who said no. */
export const introductionForAgent = (c: Case, context: ViewContext): HeldIntroduction | null => {
  const one = latestIntroduction(c);
  if (one === null || one.by !== c.agent || one.state === 'ended' || (isOver(one) && hasWordsSince(c, one)))
    return null;
  const state = one.state === 'made' ? 'made' : isOver(one) ? 'off' : 'asked';
  return { state, colleague: context.person(one.who)?.name ?? null };
};

/** How the colleague sees it: the agent's line, and who asks once they may know. Nothing of the dilemma. */
export const introducedView = (c: Case, context: ViewContext): IntroducedView | null => {
  const one = introductionPutTo(c, context.reader);
  if (one === null) return null;
  const seen = {
    viewer: 'introduced' as const,
    id: c._id,
    rev: c.rev,
    // What else is said and done in the case is none of their business.
    turnCount: 0,
    eventCount: 0,
    now: context.now,
    agent: context.person(one.by)?.name ?? null,
  };
  const line = lineOf(c, one);
  if (one.state === 'made') {
    const asker = context.person(c.asker);
    const shown: Shown = asker === undefined ? { as: 'erased' } : { as: 'named', name: asker.name };
    return { ...seen, state: 'made', line, at: one.at, asker: shown, contact: contactOf(asker, context) };
  }
  if (one !== openIntroduction(c)) return { ...seen, state: one.state === 'declined' ? 'you-said-no' : 'over' };
  const may = (['accept-introduction', 'decline-introduction'] as const).filter(
    (verb) => refusalFor(c, verb, 'introduced', context.now) === null,
  );
  return { ...seen, state: 'asked', line, at: one.at, asker: askerShown(c, context), until: one.until, may };
};

const isOver = ({ state }: Introduction): boolean => state === 'declined' || state === 'lapsed';

const hasWordsSince = (c: Case, { turn }: Introduction): boolean => c.turns.length > turn + 1;

const lineOf = (c: Case, { turn }: Introduction): Masked => c.turns[turn]?.text ?? NO_WORDS;

/** How the reader gets hold of somebody. */
export const contactOf = (
  person: Person | undefined,
  { reader, person: known }: Pick<ViewContext, 'reader' | 'person'>,
): Contact | null =>
  person === undefined ? null : { unit: person.unit, phone: person.phone, chat: chatWith(person, known(reader)) };

/** A link to the chat with somebody, on a platform that both are on, or else where they were seen last. */
const chatWith = (person: Person, reader: Person | undefined): ChatLink | null => {
  const links = byLastSeen(person).flatMap(({ platform, id }): ChatLink[] => {
    const url = platform === 'teams' ? teamsChat(person) : platform === 'slack' ? slackChat(id) : null;
    return url === null ? [] : [{ platform, url }];
  });
  const isShared = ({ platform }: ChatLink) => reader?.addresses.some((address) => address.platform === platform);
  return links.find(isShared) ?? links[0] ?? null;
};

/** Teams opens a chat by the address that it gave itself, the user principal name where there is one. */
const teamsChat = ({ said }: Person): string | null => {
  const address = said.findLast(({ by, email }) => by === 'teams' && email !== null)?.email ?? null;
  return address === null ? null : `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(address)}`;
};

const slackChat = (user: string): string => `https://slack.com/app_redirect?channel=${encodeURIComponent(user)}`;
