import type { PersonId } from '../ids.ts';
import { NO_WORDS } from '../privacy/mask.ts';
import type { Case } from './case.ts';
import { withoutCoAgent } from './invitations.ts';
import type { PeopleInCase, WordsInCase } from './port.ts';

/**
 * Replaces one person by another everywhere in a case: as asker, agent, introduced colleague, author of turns, and in
 * the journal.
 */
export const replacePerson = (c: PeopleInCase, from: PersonId, to: PersonId): PeopleInCase => {
  const other = (id: PersonId): PersonId => (id === from ? to : id);
  const otherOrNobody = (id: PersonId | null): PersonId | null => (id === null ? null : other(id));
  return {
    asker: other(c.asker),
    ...(c.notTo === undefined ? {} : { notTo: c.notTo.map(other) }),
    agent: otherOrNobody(c.agent),
    offers: c.offers.map(({ pair, ...offer }) => ({
      ...offer,
      agent: other(offer.agent),
      ...(pair === undefined ? {} : { pair: { ...pair, agent: otherOrNobody(pair.agent) } }),
    })),
    ...(c.invitations === undefined
      ? {}
      : { invitations: c.invitations.map((one) => ({ ...one, to: other(one.to), by: other(one.by) })) }),
    ...(c.introductions === undefined
      ? {}
      : { introductions: c.introductions.map((one) => ({ ...one, by: other(one.by), who: other(one.who) })) }),
    ...(c.notes === undefined
      ? {}
      : { notes: c.notes.map((note) => ({ ...note, who: other(note.who), to: other(note.to) })) }),
    turns: c.turns.map((turn) => ({
      ...turn,
      who: other(turn.who),
      ...(turn.with === undefined ? {} : { with: other(turn.with) }),
    })),
    answer: c.answer === null ? null : { ...c.answer, by: other(c.answer.by) },
    events: c.events.map((event) => ({ ...event, by: otherOrNobody(event.by), about: otherOrNobody(event.about) })),
  };
};

/** A case in which nobody's words stand. A field that is added with words in it does not compile until it is here. */
const WITHOUT_WORDS: Required<WordsInCase> = {
  text: NO_WORDS,
  turns: [],
  answer: null,
  step: null,
  proposal: null,
  followUp: null,
  invitations: [],
  notes: [],
};

/** The parts of a case from which somebody was erased. */
export type Erased = PeopleInCase & Partial<WordsInCase & Pick<Case, 'guess' | 'dueAt'>>;

/** The parts of a case that refer to people, as they are. */
export const peopleIn = (c: PeopleInCase): PeopleInCase => replacePerson(c, c.asker, c.asker);

/**
 * Erases a person from a case: `nobody` takes their place. The text stays if an agent ever took the case, because it is
 * theirs, too; otherwise it is erased with its asker, and with it what was guessed from it. No follow-up is sent. Why an
 * agent wanted to introduce the person is erased, because it is about them.
 */
export const withPersonErased = (c: PeopleInCase, person: PersonId, nobody: PersonId): Erased => {
  const about = new Set((c.introductions ?? []).filter(({ who }) => who === person).map(({ turn }) => turn));
  const turns = c.turns.map((turn, i) => (about.has(i) ? { ...turn, text: NO_WORDS } : turn));
  const parts = withoutHelp(replacePerson({ ...c, turns }, person, nobody), nobody);
  if (c.asker !== person) return parts;
  const wasTaken = c.events.some(({ kind }) => kind === 'accepted');
  return { ...parts, dueAt: null, ...(wasTaken ? {} : { ...WITHOUT_WORDS, guess: null }) };
};

/** Nobody helps with a case any more when it is opened again. */
const withoutHelp = (parts: PeopleInCase, nobody: PersonId): PeopleInCase =>
  parts.invitations?.some(({ for: what, to, state }) => what === 'co-agent' && to === nobody && state === 'accepted')
    ? { ...parts, ...withoutCoAgent(parts) }
    : parts;
