import { nudgeId, nudgeTextId } from '../../../bot/ids.ts';
import type { NudgeView, NudgeWishes, RunView } from '../../../bot/nudges/notice.ts';
import type { NudgeMessage, Reaction } from '../../../bot/nudges/nudge-record.ts';
import { NO_COUNTS } from '../../../bot/nudges/run.ts';
import { FEED_FAULTS, type TownEvent } from '../../../bot/nudges/town-event.ts';
import { masked } from '../../support/fixtures/builders.ts';
import { now, vary } from './base.ts';
import type { ExamplesByKind } from './examples-of.ts';

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

const STORY =
  'Naboerne ville have en bænk på hjørnet, men den kunne stå i vejen for rengøringen. Vi gik derned sammen, før nogen tegnede noget. Fra starten sagde vi, hvad der lå fast. Det hjalp at gå derned i stedet for at skrive.';
const TOLD = { da: STORY, en: STORY, told: 'da' } as const;

const MEETING: TownEvent = {
  id: 'meeting',
  title: masked('Åbent møde i Grønt Råd'),
  place: masked('Rådhuset, mødesal 2'),
  day: '2026-12-10',
  lastDay: '2026-12-10',
  at: new Date('2026-12-10T15:00:00.000Z'),
  field: 'technical',
};
const MARKET: TownEvent = {
  ...MEETING,
  id: 'market',
  title: masked('Jul på Havnen'),
  place: null,
  day: '2026-12-11',
  lastDay: '2026-12-13',
  at: null,
};

const QUESTION = {
  da: 'Hvilket ord bruger vi hver dag, som ingen andre forstår?',
  en: 'Which word do we use every day that nobody else understands?',
};

const weekly = {
  id: nudgeId('n.2026-W48.p7Qk2mXw9'),
  rev: 2,
  now,
  message: 'nudge',
  name: 'Mette',
  from: 'Lone i HR',
  principle: 'skaber-fremdrift',
  text: TEXT,
  takenBack: false,
  event: null,
  reactions: [],
  wishes,
  next: new Date('2026-12-07T08:00:00.000Z'),
  another: true,
} satisfies NudgeView;
const asking = { ...weekly, text: null, another: false };
export const reacted = <Kind extends Reaction['kind']>(kind: Kind, more: Partial<Omit<Reaction, 'kind'>> = {}) => [
  { kind, at: now, text: null, answer: null, ...more },
];
/** A nudge or a message in its place; keeps the literal types of its text and reactions. */
const saying =
  <Base extends NudgeView, Message extends NudgeMessage>(base: Base, message: Message) =>
  <Over extends Partial<NudgeView>>(over: Over) => ({
    kind: 'nudge' as const,
    view: vary(vary(base, { message }), over),
  });
const nudge = saying(weekly, 'nudge');
const welcome = saying(asking, 'welcome');
const quarterly = saying(asking, 'quarterly');
export const silence = saying(asking, 'silence');

export const run = {
  week: '2026-W50',
  now,
  day: '2026-12-07',
  principle: 'goer-det-nemt',
  texts: [
    {
      ...TEXT,
      id: nudgeTextId('gn-mail'),
      field: 'all',
      audience: 1173,
      reader: 'all',
      event: null,
      readers: { da: 1141, en: 32 },
    },
    {
      id: nudgeTextId('gn-laagen'),
      da: 'Gå ud til den, der venter ved lågen, og hør efter.',
      en: 'Go out to whoever waits at the gate, and listen.',
      field: 'schools',
      audience: 28,
      reader: 'schools',
      event: null,
      readers: { da: 28 },
    },
    {
      id: nudgeTextId('gn-paaroerende'),
      da: 'Ring til en pårørende, før du skriver.',
      en: 'Ring a relative before you write.',
      field: 'care',
      audience: 3,
      reader: 'care',
      event: MEETING,
      readers: { da: 2, en: 1 },
    },
  ],
  candidates: [
    {
      id: nudgeTextId('gn-skranken'),
      kind: 'reach-out',
      field: 'all',
      da: 'Gå ud til den, der venter ved skranken. Spørg: "Hvad var besværligt ved at få fat i os?"',
      en: 'Go out to whoever waits at the desk. Ask: "What made it hard to get hold of us?"',
    },
  ],
  state: 'previewed',
  paused: false,
  counts: { ...NO_COUNTS, nudge: 1204, quarterly: 31, stopped: 3, paused: 41, 'no-chat': 212, 'not-welcomed': 18 },
  sent: 0,
  notDelivered: { undeliverable: 0, failed: 0 },
  teams: 3,
} satisfies RunView;
const STORY_ID = nudgeTextId('story:sQ7d2Lm9Xw3Rk5Tz8Vb1N:k3Rw');
const OTHER_STORY_ID = nudgeTextId('story:sB4f6Hn1Pq8Sy0Uc2Wd5E:p9Lx');
/** As long as a text of the library may be. */
const LONG = (text: string): string => `${text} `.repeat(9).slice(0, 299).trimEnd();

const MANY_TEXTS = run.texts.slice(0, 2).flatMap((text) =>
  Array.from({ length: 5 }, (_, n) => ({
    ...text,
    id: nudgeTextId(`${text.field}-${n}`),
    da: LONG(text.da),
    en: LONG(text.en),
    event: n === 0 ? MEETING : MARKET,
    readers: { da: 20, en: 10 },
  })),
);
const told = { kind: 'nudges', now, todayDate: '2026-11-24', next: weekly.next } as const;

/** The weekly principle as people, HR and admins see it. */
export const NUDGES = {
  nudge: {
    'nudge-welcome': welcome({}),
    'nudge-welcome-stopped': welcome({
      reactions: reacted('stopped'),
      wishes: stopped,
      next: null,
    }),
    nudge: nudge({}),
    'nudge-last-one': nudge({ another: false }),
    'nudge-told': nudge({ text: TOLD }),
    'nudge-taken-back': nudge({ text: null, takenBack: true, reactions: reacted('tried') }),
    'nudge-with-event': nudge({ event: MEETING }),
    'nudge-with-days': nudge({ event: MARKET }),
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
    'nudge-quarterly': quarterly({}),
    'nudge-quarterly-answered': quarterly({
      reactions: reacted('answered', { answer: 'longer' }),
    }),
    'nudge-silence': silence({}),
    'nudge-silence-monthly': silence({
      reactions: reacted('monthly'),
      wishes: { ...wishes, rhythm: 'monthly' },
    }),
  },
  nudges: {
    'nudges-settings': { ...told, did: 'nothing', wishes },
    'nudges-settings-changed': { ...told, did: 'changed', wishes: { ...wishes, weekday: 'wed', hour: '10:30' } },
    'nudges-settings-paused': { ...told, did: 'paused', wishes: paused },
    'nudges-settings-stopped': { ...told, did: 'stopped', wishes: stopped, next: null },
    'nudges-settings-resumed': { ...told, did: 'resumed', wishes },
    'nudges-settings-monthly': { ...told, did: 'changed', wishes: { ...wishes, rhythm: 'monthly' } },
  },
  run: {
    'run-previewed': { kind: 'run', did: 'nothing', view: run },
    'run-swapped': { kind: 'run', did: 'swapped', view: run },
    'run-told': {
      kind: 'run',
      did: 'swapped',
      view: {
        ...run,
        texts: [
          {
            ...TOLD,
            id: STORY_ID,
            field: 'all',
            audience: 1173,
            reader: 'all',
            event: null,
            readers: { da: 1141, en: 32 },
          },
          ...run.texts.slice(1),
        ],
        candidates: [{ ...TOLD, id: OTHER_STORY_ID, kind: 'story', field: 'all' }, ...run.candidates],
      },
    },
    'run-cancelled': { kind: 'run', did: 'cancelled', view: { ...run, state: 'cancelled' } },
    'run-going': {
      kind: 'run',
      did: 'nothing',
      view: { ...run, state: 'planned', sent: 612, notDelivered: { undeliverable: 17, failed: 3 } },
    },
    'run-all-texts': { kind: 'run', did: 'nothing', view: { ...run, texts: MANY_TEXTS } },
    'run-other-texts': { kind: 'run', did: 'nothing', from: 6, view: { ...run, texts: MANY_TEXTS } },
    'run-resent': { kind: 'run', did: 'resent', view: { ...run, state: 'planned', sent: 1215 } },
    'run-none-sent': { kind: 'run', did: 'nothing', view: { ...run, state: 'planning', texts: run.texts.slice(0, 1) } },
    'run-paused': { kind: 'run', did: 'paused', view: { ...run, state: 'planned', sent: 612, paused: true } },
    'run-resumed': { kind: 'run', did: 'resumed', view: { ...run, state: 'planned', sent: 612 } },
    'run-one-team': { kind: 'run', did: 'nothing', view: { ...run, teams: 1 } },
    'run-no-team': { kind: 'run', did: 'nothing', view: { ...run, teams: 0 } },
  },
  'town-calendar': Object.fromEntries(
    FEED_FAULTS.map((fault) => [
      `town-calendar-${fault}`,
      { kind: 'town-calendar', fault, now, again: '2026-11-25' } as const,
    ]),
  ),
  'team-post': {
    'team-post': { kind: 'team-post', principle: 'goer-det-nemt', question: QUESTION },
  },
  'team-told': {
    'team-begun': { kind: 'team-told', did: 'begun', now, next: new Date('2026-11-30T08:00:00.000Z') },
    'team-stopped': { kind: 'team-told', did: 'stopped', now, next: new Date('2026-11-30T08:00:00.000Z') },
  },
  'team-where': {
    'team-where': { kind: 'team-where' },
  },
  'nudge-sample': {
    'nudge-sample': { kind: 'nudge-sample', principle: 'goer-det-nemt', text: TEXT },
    'nudge-sample-told': { kind: 'nudge-sample', principle: 'goer-det-nemt', text: TOLD },
    'nudge-sample-event': { kind: 'nudge-sample', principle: 'goer-det-nemt', text: TEXT, event: MEETING, now },
  },
} satisfies ExamplesByKind<
  'nudge' | 'nudges' | 'run' | 'team-post' | 'team-told' | 'team-where' | 'nudge-sample' | 'town-calendar'
>;
