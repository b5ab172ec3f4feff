import type { PersonId } from '../ids.ts';
import { NO_WORDS } from '../privacy/mask.ts';
import type { Case } from './case.ts';
import type { Parts } from './port.ts';

/** A case in which one person's parts are another's: whatever the first asked, answered and said, the second did. */
export const replacePerson = (c: Parts, from: PersonId, to: PersonId): Parts => {
  const other = (id: PersonId): PersonId => (id === from ? to : id);
  const otherOrNobody = (id: PersonId | null): PersonId | null => (id === null ? null : other(id));
  return {
    asker: other(c.asker),
    agent: otherOrNobody(c.agent),
    offers: c.offers.map((offer) => ({ ...offer, agent: other(offer.agent) })),
    turns: c.turns.map((turn) => ({ ...turn, who: other(turn.who) })),
    answer: c.answer === null ? null : { ...c.answer, by: other(c.answer.by) },
    events: c.events.map((event) => ({ ...event, by: otherOrNobody(event.by), about: otherOrNobody(event.about) })),
  };
};

/**
 * A case from which somebody is gone: nobody stands in their place. What others had a part in stays; words that no agent
 * ever took up go with their asker. Nobody is asked how it went.
 */
export const withPersonErased = (
  c: Parts,
  person: PersonId,
  nobody: PersonId,
): Parts & Partial<Pick<Case, 'text' | 'dueAt'>> => {
  const parts = replacePerson(c, person, nobody);
  if (c.asker !== person) return parts;
  const wasTaken = c.events.some(({ kind }) => kind === 'accepted');
  return { ...parts, dueAt: null, ...(wasTaken ? {} : { text: NO_WORDS, turns: [] }) };
};
