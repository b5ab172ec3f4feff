import type { Figures } from '../../bot/adoption/publication.ts';

/** Figures of a period in which hardly anything may be shown. */
export const someFigures = (overrides: Partial<Figures> = {}): Figures => ({
  first: '2026-W44',
  last: '2026-W47',
  weeks: 4,
  toldFrom: '2026-W44',
  toldTo: '2026-W47',
  directory: 40,
  people: { withChat: 31, unreachable: 0, paused: 0, stopped: 'under-5' },
  nudged: 0,
  pressed: 0,
  asked: 'under-5',
  rate: null,
  units: [],
  principles: [],
  topics: [],
  names: [],
  talks: 0,
  reopened: 0,
  times: null,
  waits: [],
  promises: [],
  outcomes: [],
  askedBack: [],
  helpful: [],
  steps: [],
  stepsKept: [],
  quarterly: [],
  load: null,
  ...overrides,
});

/** … and of one with enough of everything. */
export const BUSY: Partial<Figures> = {
  directory: 2000,
  asked: 161,
  rate: 2.04,
  times: { median: 3, most: 8 },
  promises: [
    { name: 'kept', count: 150 },
    { name: 'missed', count: 11 },
  ],
  helpful: [
    { name: 'yes', count: 61 },
    { name: 'partly', count: 22 },
    { name: 'no', count: 'under-5' },
  ],
  units: [
    { name: 'Åskolen', people: 130, count: 31 },
    { name: 'Havnen', people: 7, count: 0 },
    { name: '*others', people: 7, count: 'under-5' },
  ],
};
