import type { AskerIntroduction } from '../../../bot/cases/colleague-views.ts';
import type { CaseNotice } from '../../../bot/cases/notice.ts';
import type { IntroducedView } from '../../../bot/cases/view-types.ts';
import { masked } from '../../support/fixtures/builders.ts';
import { AGENT_ACTIVE, held } from './as-agent.ts';
import { ASKER_ACTIVE, active, afterAnswer } from './as-asker.ts';
import { hours, now } from './base.ts';
import { heading, until } from './case-parts.ts';
import type { ExamplesOf } from './examples-of.ts';
import { HIDDEN, METTE, mine, turn } from './turns.ts';

/** Introductions, as the asker, the agent and the third colleague see them. */

const BENTE = { name: 'Bente Lund', unit: 'Kultur og Fritid' };
const LINE = 'Bente har nøglen til skuret og har prøvet det samme i Sydbyen.';
const line = turn('other', 'introduction', LINE, 0);
const contact = {
  unit: BENTE.unit,
  phone: '70 00 01 02',
  chat: { platform: 'teams', url: 'https://teams.microsoft.com/l/chat/0/0?users=bente.lund%40kommune.example' },
} as const;
const noChat = { ...contact, phone: null, chat: null };

const INTRODUCING = [...AGENT_ACTIVE.filter((verb) => verb !== 'request-introduction')];
const ANSWERS = ['accept-introduction', 'decline-introduction'] as const;
const wrote = { you: true, other: true };

export const askedOf = (over: Partial<Extract<AskerIntroduction, { state: 'asked' }>> = {}, anonymous = false) =>
  active({
    promise: 'kept',
    wrote,
    turns: [line],
    anonymous,
    introduction: { state: 'asked', colleague: BENTE, until, barrier: null, hasRead: false, ...over },
    may: [...ASKER_ACTIVE, ...(over.barrier == null ? ANSWERS : (['decline-introduction'] as const))],
  });
export const madeFor = () =>
  active({ promise: 'kept', wrote, introduction: { state: 'made', colleague: BENTE, contact } });
export const proposed = (state: 'asked' | 'made' | 'off', over: Parameters<typeof held>[0] = {}) =>
  held({
    promise: 'kept',
    next: 'other',
    wrote,
    turns: [mine(line)],
    introduction: { state, colleague: BENTE.name },
    may: state === 'asked' ? INTRODUCING : AGENT_ACTIVE,
    ...over,
  });

const { number: _number, ...unnumbered } = heading;
const introduced = <const View extends Partial<IntroducedView> & Pick<IntroducedView, 'state'>>(view: View) =>
  ({
    kind: 'case',
    why: 'changed',
    view: { ...unnumbered, viewer: 'introduced', now, agent: 'Jonas Holm', ...view },
    settled: false,
  }) as const;

const asked = { state: 'asked', line: masked(LINE), at: hours(-1), asker: METTE, until, may: ANSWERS } as const;
const made = { state: 'made', line: masked(LINE), at: hours(-1), asker: METTE, contact } as const;

export const INTRODUCTIONS = {
  'asker-introduce-asked': askedOf(),
  'asker-introduce-asked-anonymous': askedOf({ hasRead: true }, true),
  'asker-introduce-manager': askedOf({ barrier: 'manager' }, true),
  'asker-introduce-yourself': askedOf({ barrier: 'yourself', colleague: { name: 'Mette Krogh', unit: null } }, true),
  'asker-introduce-left-out': askedOf({ barrier: 'left-out' }),
  'asker-introduce-waits': active({
    promise: 'kept',
    wrote,
    introduction: { state: 'waits', colleague: BENTE, until },
  }),
  'asker-introduced': madeFor(),
  'asker-introduced-anonymous': active({
    promise: 'kept',
    wrote,
    anonymous: true,
    introduction: { state: 'made', colleague: BENTE, contact },
  }),
  'asker-introduced-slack': active({
    promise: 'kept',
    wrote,
    introduction: {
      state: 'made',
      colleague: BENTE,
      contact: { ...contact, chat: { platform: 'slack', url: 'https://slack.com/app_redirect?channel=U0BENTE' } },
    },
  }),
  'asker-introduced-answered': afterAnswer({
    introduction: { state: 'made', colleague: BENTE, contact: noChat },
  }),
  'asker-introduced-erased': active({
    promise: 'kept',
    wrote,
    introduction: { state: 'made', colleague: null, contact: null },
  }),
  'asker-not-introduced': active({ promise: 'kept', wrote, introduction: { state: 'off', colleague: BENTE } }),
  'asker-introduce-said-no': active({
    promise: 'kept',
    wrote,
    introduction: { state: 'you-said-no', colleague: BENTE },
  }),
  'agent-introduce-asked': proposed('asked'),
  'agent-introduced': proposed('made', { asker: HIDDEN }),
  'agent-not-introduced': proposed('off'),
  'introduced-asked': introduced(asked),
  'introduced-asked-anonymous': introduced({ ...asked, asker: HIDDEN }),
  'introduced-asked-erased': introduced({ ...asked, agent: null, line: masked('') }),
  'introduced-made': introduced(made),
  'introduced-made-erased': introduced({ ...made, asker: { as: 'erased' }, contact: null }),
  'introduced-said-no': introduced({ state: 'you-said-no' }),
  'introduced-over': introduced({ state: 'over' }),
} satisfies ExamplesOf<'case'>;

/** An older card of the colleague's, after a newer one took over. */
export const INTRODUCED_SETTLED = {
  'introduced-settled': { ...introduced(asked), settled: true } satisfies CaseNotice,
};
