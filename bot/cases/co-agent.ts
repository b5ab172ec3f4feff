import type { PersonId } from '../ids.ts';
import { Refusal } from '../refusal.ts';
import type { Case } from './case.ts';
import type { MeasuredCommand } from './command.ts';
import { coAgentOf, withOpen, withoutCoAgent } from './invitations.ts';
import { endInvitation } from './invite.ts';
import { type Circumstances, type Move, pingAll, updateAll } from './move.ts';
import type { Note } from './note.ts';

/** The colleague helps the agent from now on, in notes that the asker does not see. */
export const acceptCoAgent = (c: Case, actor: PersonId): Move => ({
  set: { invitations: withOpen(c, { state: 'accepted' }) },
  events: [{ kind: 'co-agent-joined' }],
  tell: [...pingAll([c.agent], 'co-agent-joined'), ...updateAll([c.asker, actor])],
});

/** A no to the invitation; or whoever helped does so no more. */
export const declineCoAgent = (c: Case, actor: PersonId, context: Circumstances): Move =>
  coAgentOf(c) === actor ? leaveCoAgent(c, actor) : endInvitation(c, 'declined', context);

/** The co-agent helps no more: the agent has the case alone. */
export const leaveCoAgent = (c: Case, coAgent: PersonId): Move => ({
  set: withoutCoAgent(c),
  events: [{ kind: 'co-agent-left', about: coAgent }],
  tell: [...pingAll([c.agent], 'invitation-ended'), ...updateAll([c.asker, coAgent])],
});

/** A note between the agent and the co-agent: for the two of them alone, whatever the asker allowed. */
export const noteToAgent = (c: Case, { text }: MeasuredCommand<'note-to-agent'>, actor: PersonId, now: Date): Move => {
  const to = actor === c.agent ? coAgentOf(c) : c.agent;
  if (to === null) throw new Refusal('no-co-agent');
  const note: Note = { who: actor, to, at: now, text };
  return {
    set: { notes: [...(c.notes ?? []), note] },
    note,
    events: [{ kind: 'note-written', about: to }],
    tell: [{ to, manner: 'ping', why: 'note', from: c.turns.length }, ...updateAll([actor])],
  };
};
