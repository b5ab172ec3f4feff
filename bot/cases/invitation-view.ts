import type { PersonId } from '../ids.ts';
import type { Case } from './case.ts';
import { openInvitation } from './invitations.ts';
import { saidNo } from './rules.ts';
import type { ViewContext } from './view-context.ts';
import type { AskersInvitation, Colleagues } from './view-types.ts';

/** The colleague whom the agent has asked, as the asker sees it. */
export const askersInvitation = (c: Case, context: ViewContext): AskersInvitation | null => {
  const open = openInvitation(c);
  if (open === null) return null;
  const { to, reason, show, until, state } = open;
  if (state !== 'asker' && state !== 'colleague') return null;
  return { who: context.person(to)?.name ?? null, state, until, reason, show, shutOut: shutOut(c, to, context) };
};

const shutOut = (c: Case, to: PersonId, { strangers }: ViewContext): AskersInvitation['shutOut'] =>
  to === c.asker ? 'you' : strangers.has(to) || saidNo(c.offers, to) ? 'other' : null;

/** The same as the agent sees it: nothing of it depends on who asked. */
export const colleaguesOf = (c: Case, { colleagues, person }: ViewContext): Colleagues => {
  const last = c.invitations?.at(-1);
  const who = last === undefined ? null : (person(last.to)?.name ?? null);
  const isOver = last?.state === 'declined' || last?.state === 'over';
  return {
    toChoose: colleagues,
    asked:
      last?.state === 'asker' || last?.state === 'colleague' ? { who, state: last.state, until: last.until } : null,
    asKept: isOver ? who : null,
  };
};
