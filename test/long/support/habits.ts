import type { CaseVerb } from '../../../bot/cases/command.ts';
import type { CaseView } from '../../../bot/cases/view-types.ts';
import { OUTCOMES, OWNERS, PRINCIPLES, TOPICS, TRIAL_NEXTS } from '../../../bot/words.ts';
import type { Seeded } from '../../support/fixtures/seeded.ts';

/** How likely somebody presses a button that is there, beside the others, and what they send. */
type Habit = { weight: number; data: (random: Seeded, view: CaseView) => Record<string, unknown> };

const plain = (weight: number): Habit => ({ weight, data: () => ({}) });
const writing = (weight: number): Habit => ({ weight, data: (random) => ({ text: random.pick(LINES) }) });

const LINES = [
  'Har du talt med naboerne om det?',
  'Det prøver jeg. Hvem skal jeg begynde med?',
  'Spørg dem, hvad der er vigtigst for dem.',
  'Jeg kender en, der har gjort det samme i en anden afdeling.',
] as const;

const colleague = (random: Seeded, view: CaseView): string => {
  const agents = 'colleagues' in view && view.colleagues.toChoose !== 'many' ? view.colleagues.toChoose : [];
  return agents.length === 0 ? '' : random.pick(agents).id;
};

const dateIn = (view: CaseView): Record<string, string> =>
  'suggestedDate' in view ? { nextStepDate: view.suggestedDate } : {};

/** What people do with the buttons of a case. `null`: nobody in this town hall presses it. */
const HABITS = {
  'share-with-all': { weight: 6, data: (random) => ({ share: random.chance(0.8) ? 'yes' : 'no' }) },
  'accept-case': { weight: 6, data: (random) => (random.chance(0.4) ? { text: random.pick(LINES) } : {}) },
  'decline-case': {
    weight: 3,
    data: (random) => ({ reason: random.pick(['not-today', 'not-my-field', 'too-close']) }),
  },
  'ask-back': writing(3),
  reply: writing(3),
  talk: plain(1),
  'accept-talk': plain(6),
  'cancel-talk': plain(0.5),
  'request-introduction': {
    weight: 0.4,
    data: (random) => ({
      person: random.pick(['P03 Prøve', 'P17 Prøve', 'P25 Prøve', 'P38 Prøve']),
      text: random.pick(LINES),
    }),
  },
  'accept-introduction': plain(5),
  'decline-introduction': plain(1),
  'answer-case': {
    weight: 5,
    data: (random, view) => {
      const outcome = random.pick(OUTCOMES);
      const text = 'Begynd med en kop kaffe.';
      const later = 'suggestedDate' in view ? view.suggestedDate : undefined;
      if (outcome === 'clear-no')
        return { text: 'Det må vi ikke.', outcome, ground: 'may-not', alternative: 'Spørg foreningen.' };
      if (outcome === 'small-trial')
        return { text, outcome, trial: 'Åbent hver onsdag', trialUntil: later, trialSign: 'Der kommer nye' };
      if (outcome === 'meeting') return { text, outcome, day: later, time: '10:00', minutes: 30, place: 'Kantinen' };
      const step = random.chance(0.6) ? { nextStep: 'Inviter naboerne', ...dateIn(view) } : {};
      const owner = random.pick(OWNERS);
      return { text, outcome, owner, ...step };
    },
  },
  'correct-answer': writing(0.2),
  'correct-labels': {
    weight: 0.1,
    data: (random) => ({ principle: random.pick(PRINCIPLES), topic: random.pick(TOPICS) }),
  },
  'accept-step': plain(4),
  'own-step': { weight: 1, data: (_random, view) => ({ nextStep: 'Holde møde på pladsen', ...dateIn(view) }) },
  'drop-step': plain(1),
  'reveal-me': plain(1),
  'rate-answer': { weight: 5, data: (random) => ({ helpful: random.pick(['yes', 'partly', 'no']) }) },
  'follow-up': {
    weight: 6,
    data: (random) => ({ kept: random.pick(['yes', 'partly', 'no']), next: random.pick(TRIAL_NEXTS), story: 'no' }),
  },
  thank: writing(2),
  'close-case': plain(2),
  'reopen-case': writing(0.3),
  'withdraw-case': plain(0.3),
  'ask-another': plain(3),
  'give-back': { weight: 0.6, data: (random) => ({ reason: random.pick(['not-today', 'not-my-field', 'too-close']) }) },
  'hand-over': {
    weight: 0.3,
    data: (random, view) => ({ agent: colleague(random, view), reason: 'Du kender det bedre end jeg.' }),
  },
  'answer-hand-over': { weight: 5, data: (random) => ({ show: random.pick(['all', 'dilemma', 'no']) }) },
  'invite-co-agent': { weight: 0.5, data: (random, view) => ({ agent: colleague(random, view) }) },
  'answer-invitation': { weight: 5, data: (random) => ({ show: random.pick(['all', 'dilemma', 'no']) }) },
  'accept-co-agent': plain(4),
  'decline-co-agent': plain(0.5),
  'note-to-agent': writing(1),
} as const satisfies Record<CaseVerb, Habit | null>;

/** Whoever could only do what people hardly ever do mostly leaves it. */
const LEAST_TOTAL = 1;

/** Picks one of the buttons on a card and what is sent with it; null when nobody would press any. */
export const pressOn = (view: CaseView, random: Seeded): { verb: string; data: Record<string, unknown> } | null => {
  if (!('may' in view)) return null;
  const likely = view.may.flatMap((verb) => {
    const habit: Habit | null = HABITS[verb];
    return habit === null ? [] : [{ verb, habit }];
  });
  const total = Math.max(
    LEAST_TOTAL,
    likely.reduce((sum, { habit }) => sum + habit.weight, 0),
  );
  let drawn = (random.below(1_000_000) / 1_000_000) * total;
  for (const { verb, habit } of likely) {
    drawn -= habit.weight;
    if (drawn < 0) return { verb, data: habit.data(random, view) };
  }
  return null;
};
