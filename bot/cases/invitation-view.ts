import { isAgent } from '../people/person.ts';
import type { Case } from './case.ts';
import type { AskersInvitation, Colleagues, NoteView } from './colleague-views.ts';
import type { Invitation } from './invitations.ts';
import { coAgentOf, helpIn, openInvitation } from './invitations.ts';
import { isShutOut } from './shut-out.ts';
import type { ViewContext } from './view-context.ts';
import type { AskerView } from './view-types.ts';

/** The colleague whom the agent has asked, as the asker sees it. */
export const askersInvitation = (c: Case, context: ViewContext): AskersInvitation | null => {
  const open = openInvitation(c);
  if (open === null) return null;
  const { to, reason, show, until, state } = open;
  if (state !== 'asker' && state !== 'colleague') return null;
  const who = context.person(to)?.name ?? null;
  return { for: open.for, who, state, until, reason, show, shutOut: shutOut(c, open, context) };
};

const shutOut = (c: Case, open: Invitation, { strangers }: ViewContext): AskersInvitation['shutOut'] =>
  open.to === c.asker ? 'you' : isShutOut(c, open, strangers) ? 'other' : null;

/** Who helps the agent, as the asker may know; null when nobody does, or whoever did was erased. */
export const askersCoAgent = (c: Case, { person }: ViewContext): AskerView['coAgent'] => {
  const coAgent = coAgentOf(c);
  const name = coAgent === null ? undefined : person(coAgent)?.name;
  return name === undefined ? null : { name, show: helpIn(c)?.show ?? 'dilemma' };
};

/** What the reader and the other agent wrote to each other; what an earlier agent wrote is not theirs. */
export const notesOf = (c: Case, { reader, person }: ViewContext): NoteView[] =>
  (c.notes ?? [])
    .filter(({ who, to }) => who === reader || to === reader)
    .map(({ who, at, text }) => ({
      by: who === reader ? 'you' : 'other',
      who: person(who)?.name ?? null,
      at,
      text,
    }));

/** The same as the agent sees it: nothing of it depends on who asked. */
export const colleaguesOf = (c: Case, context: ViewContext): Colleagues => {
  const { colleagues, person } = context;
  const last = c.invitations?.at(-1);
  const who = last === undefined ? null : (person(last.to)?.name ?? null);
  const isOver = last?.state === 'declined' || last?.state === 'over';
  const coAgent = coAgentOf(c);
  return {
    toChoose: colleagues,
    asked:
      last?.state === 'asker' || last?.state === 'colleague'
        ? { for: last.for, who, state: last.state, until: last.until }
        : null,
    asKept: isOver ? who : null,
    coAgent: coAgent === null ? null : (person(coAgent)?.name ?? null),
    notes: notesOf(c, context),
    suggested: suggestedFor(c, context),
  };
};

/** The colleague whom the reader's offer named, until one is asked. */
const suggestedFor = (c: Case, { reader, person }: ViewContext): Colleagues['suggested'] => {
  const pair = c.offers.findLast(({ agent, state }) => agent === reader && state === 'accepted')?.pair;
  if (pair == null || pair.agent === null || c.invitations?.some((one) => one.for === 'co-agent')) return null;
  const who = person(pair.agent);
  return who === undefined || who.left !== null || !isAgent(who)
    ? null
    : { id: who._id, name: who.name, needs: pair.needs };
};
