import { nudgeId } from '../../../bot/ids.ts';
import type { Notice } from '../../../bot/notices.ts';
import type { NudgeView, NudgeWishes, RunView } from '../../../bot/nudges/notice.ts';
import type { Reaction } from '../../../bot/nudges/nudge-record.ts';
import { NO_COUNTS } from '../../../bot/nudges/run.ts';
import { masked } from '../../support/fixtures/builders.ts';
import { now } from './base.ts';

const wishes: NudgeWishes = {
  weekday: 'mon',
  hour: '09:00',
  pausedUntil: null,
  rhythm: 'weekly',
  stopped: false,
  pause: '2026-12-22',
};
const stopped: NudgeWishes = { ...wishes, stopped: true };
const paused: NudgeWishes = { ...wishes, pausedUntil: '2026-12-22' };

const TEXT = {
  da: 'Find den mail, du har skubbet foran dig. Skriv to linjer: "Jeg har ikke glemt jer. I hører fra mig på torsdag." Tryk send.',
  en: 'Find the email you have been putting off. Write two lines: "I have not forgotten you. You hear from me on Thursday." Press send.',
};

const QUESTION = {
  da: 'Hvilket ord bruger vi hver dag, som ingen andre forstår?',
  en: 'Which word do we use every day that nobody else understands?',
};

const view: NudgeView = {
  id: nudgeId('n.2026-W48.p7Qk2mXw9'),
  rev: 2,
  now,
  message: 'nudge',
  name: 'Mette',
  from: 'Lone i HR',
  principle: 'skaber-fremdrift',
  text: TEXT,
  reactions: [],
  wishes,
  next: new Date('2026-12-07T08:00:00.000Z'),
  another: true,
};
const reacted = (kind: Reaction['kind'], more: Partial<Reaction> = {}): Reaction[] => [
  { kind, at: now, text: null, answer: null, ...more },
];
const nudge = (overrides: Partial<NudgeView> = {}): Notice => ({ kind: 'nudge', view: { ...view, ...overrides } });
const without = { text: null, another: false } as const;

const run: RunView = {
  week: '2026-W50',
  now,
  monday: '2026-12-07',
  principle: 'goer-det-nemt',
  text: TEXT,
  state: 'previewed',
  paused: false,
  counts: { ...NO_COUNTS, nudge: 1204, quarterly: 31, stopped: 3, paused: 41, 'no-chat': 212, 'not-welcomed': 18 },
  sent: 0,
  teams: 3,
};
const told = { kind: 'nudges', now, todayDate: '2026-11-24', next: view.next } as const;

/** The weekly principle, as people see it, and as HR and admins do. */
export const NUDGES: Record<string, Notice> = {
  'nudge-welcome': nudge({ message: 'welcome', ...without }),
  'nudge-welcome-stopped': nudge({
    message: 'welcome',
    ...without,
    reactions: reacted('stopped'),
    wishes: stopped,
    next: null,
  }),
  nudge: nudge(),
  'nudge-last-one': nudge({ another: false }),
  'nudge-will-try': nudge({ reactions: reacted('will-try') }),
  'nudge-tried': nudge({ reactions: reacted('tried') }),
  'nudge-tried-line': nudge({
    reactions: reacted('tried', { text: masked('De havde ventet i tre uger og blev glade.') }),
  }),
  'nudge-another': nudge({ reactions: reacted('another') }),
  'nudge-spar': nudge({ reactions: reacted('spar') }),
  'nudge-paused': nudge({ reactions: reacted('paused'), wishes: paused, next: new Date('2026-12-28T08:00:00.000Z') }),
  'nudge-stopped': nudge({ reactions: reacted('stopped'), wishes: stopped, next: null }),
  'nudge-resumed': nudge({ reactions: reacted('resumed') }),
  'nudge-quarterly': nudge({ message: 'quarterly', ...without }),
  'nudge-quarterly-answered': nudge({
    message: 'quarterly',
    ...without,
    reactions: reacted('answered', { answer: 'longer' }),
  }),
  'nudge-silence': nudge({ message: 'silence', ...without }),
  'nudge-silence-monthly': nudge({
    message: 'silence',
    ...without,
    reactions: reacted('monthly'),
    wishes: { ...wishes, rhythm: 'monthly' },
  }),
  'nudges-settings': { ...told, did: 'nothing', wishes },
  'nudges-settings-changed': { ...told, did: 'changed', wishes: { ...wishes, weekday: 'wed', hour: '10:30' } },
  'nudges-settings-paused': { ...told, did: 'paused', wishes: paused },
  'nudges-settings-stopped': { ...told, did: 'stopped', wishes: stopped, next: null },
  'nudges-settings-resumed': { ...told, did: 'resumed', wishes },
  'nudges-settings-monthly': { ...told, did: 'changed', wishes: { ...wishes, rhythm: 'monthly' } },
  'run-previewed': { kind: 'run', did: 'nothing', view: run },
  'run-swapped': { kind: 'run', did: 'swapped', view: run },
  'run-cancelled': { kind: 'run', did: 'cancelled', view: { ...run, state: 'cancelled' } },
  'run-going': { kind: 'run', did: 'nothing', view: { ...run, state: 'planned', sent: 612 } },
  'run-paused': { kind: 'run', did: 'paused', view: { ...run, state: 'planned', sent: 612, paused: true } },
  'run-resumed': { kind: 'run', did: 'resumed', view: { ...run, state: 'planned', sent: 612 } },
  'run-one-team': { kind: 'run', did: 'nothing', view: { ...run, teams: 1 } },
  'run-no-team': { kind: 'run', did: 'nothing', view: { ...run, teams: 0 } },
  'team-post': { kind: 'team-post', principle: 'goer-det-nemt', question: QUESTION },
  'team-begun': { kind: 'team-told', did: 'begun', now, next: new Date('2026-11-30T08:00:00.000Z') },
  'team-stopped': { kind: 'team-told', did: 'stopped', now, next: new Date('2026-11-30T08:00:00.000Z') },
  'team-where': { kind: 'team-where' },
  'nudge-sample': { kind: 'nudge-sample', principle: 'goer-det-nemt', text: TEXT },
};
