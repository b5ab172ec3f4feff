import type { AgentOverview } from '../../../bot/cases/notice.ts';
import { caseId } from '../../../bot/ids.ts';
import { masked } from '../../support/fixtures/builders.ts';
import { hours, now } from './base.ts';
import type { ExamplesByKind } from './examples-of.ts';

/** Of an agent with cases of each kind. */
export const OVERVIEW: AgentOverview = {
  kind: 'agent-overview',
  now,
  offers: [
    {
      id: caseId('k9Tb4nVy6'),
      number: 61,
      snippet: masked('Naboerne er uenige om legepladsen …'),
      since: hours(-1),
      until: hours(1),
    },
  ],
  yours: [
    {
      id: caseId('c7Qk2mXw9'),
      number: 42,
      snippet: masked('Skaterne vil selv bygge en rampe …'),
      since: hours(-30),
      until: hours(-2),
    },
    {
      id: caseId('m2Xc8dFg4'),
      number: 55,
      snippet: masked('Må jeg love en forening svar inden jul?'),
      since: hours(-20),
      until: null,
    },
  ],
  theirs: [
    {
      id: caseId('p5Lk1sQa7'),
      number: 48,
      snippet: masked('Frivilligcentret vil låne vores lokaler …'),
      since: hours(-48),
      until: null,
    },
  ],
  questions: [{ id: caseId('q8Wn3rTz2'), asker: null, until: hours(3) }],
  listed: { count: 2, oldest: hours(-24) },
  load: 4,
  capacity: 5,
  absence: { from: '2026-12-21', until: '2026-12-23' },
  helped: 7,
};

export const OVERVIEWS = {
  'agent-overview': {
    'agent-overview': OVERVIEW,
    'agent-overview-one': {
      ...OVERVIEW,
      offers: [],
      yours: OVERVIEW.yours.slice(0, 1),
      theirs: [],
      questions: [],
      listed: { count: 1, oldest: hours(-24) },
      load: 1,
      absence: null,
      helped: 1,
    },
    'agent-overview-question': {
      ...OVERVIEW,
      offers: [],
      yours: [],
      theirs: [],
      questions: [{ id: caseId('q8Wn3rTz2'), asker: 'Jonas Holm', until: hours(3) }],
      listed: { count: 0, oldest: null },
      load: 0,
      absence: null,
    },
    'agent-overview-none': {
      ...OVERVIEW,
      offers: [],
      yours: [],
      theirs: [],
      questions: [],
      listed: { count: 0, oldest: null },
      load: 0,
      absence: null,
      helped: 0,
    },
  },
} satisfies ExamplesByKind<'agent-overview'>;
