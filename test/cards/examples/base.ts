import type { DraftView } from '../../../bot/drafts/notice.ts';
import { caseId } from '../../../bot/ids.ts';
import { masked } from '../../support/fixtures/builders.ts';

/** The time of the examples, and the dilemma that most of them use. */

export const now = new Date('2026-11-24T09:12:00.000Z');
export const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);

export const draft = {
  id: caseId('c7Qk2mXw9'),
  rev: 3,
  previews: 1,
  now,
  state: 'open',
  text: masked('Skaterne vil selv bygge en rampe, men vi er tre afdelinger om pladsen. Hvem skal jeg tale med?'),
  principle: 'bygger-bro',
  topic: 'borgerinitiativ',
  for: 'me',
  certainty: 'sure',
  choices: [],
  named: false,
  promised: { at: new Date('2026-11-25T10:00:00.000Z'), todayAt: new Date('2026-11-24T15:00:00.000Z') },
  warning: null,
  lastDay: '2026-11-26',
  endedAs: 'dilemma',
  stories: [],
  asksUntil: null,
  returned: false,
  reminded: false,
  vague: false,
  agents: [],
  addressees: [],
  isNew: false,
  asksAnew: false,
  inDoubt: null,
  usedFor: null,
  sent: null,
  follows: null,
  own: [],
  openly: false,
} satisfies DraftView;

/** Overrides some fields of a base, and keeps their literal types. */
export const vary = <Base extends object, Over extends object>(
  base: Base,
  over: Over,
): Omit<Base, keyof Over> & Over => ({ ...base, ...over });
