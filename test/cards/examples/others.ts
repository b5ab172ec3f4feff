import type { WarningView } from '../../../bot/cases/view-types.ts';
import type { Matter } from '../../../bot/privacy/warnings.ts';
import { heldClosed, past } from './as-agent.ts';
import { waiting } from './as-asker.ts';
import { vary } from './base.ts';
import { NAMED } from './drafts.ts';
import type { ExamplesByKind } from './examples-of.ts';
import { reacted, run, silence } from './nudges.ts';
import { answers, ERASED, mine } from './turns.ts';

const warnedOf = (over: Partial<WarningView>) => ({
  kind: 'case' as const,
  why: 'changed' as const,
  view: vary(waiting().view, { warning: { ...NAMED, named: false, ...over } }),
  settled: false,
});
const warned = (kind: Matter, contact: WarningView['matters'][number]['contact'] = null) =>
  warnedOf({ matters: [{ kind, contact }] });

/** Rare cases: warnings after Send, an erased person, and transitional states. */
export const OTHERS = {
  case: {
    'asker-warned-danger': warned('danger', { name: 'Børne- og familievagten', phone: '12 34 56 78', url: null }),
    'asker-warned-whistleblower': warned('whistleblower', {
      name: 'whistleblowerordningen',
      phone: null,
      url: 'https://whistle.example.dk/',
    }),
    'asker-warned-harassment': warned('harassment', { name: 'Arbejdsmiljøteamet', phone: '12 34 56 79', url: null }),
    'asker-warned-decision': warned('decision'),
    'asker-warned-names': warnedOf({ named: true }),
    'asker-warned-threat': warned('threat', { name: 'Arbejdsmiljøteamet', phone: '12 34 56 79', url: null }),
    'agent-closed-erased': heldClosed({ asker: ERASED, turns: [mine(answers)] }),
    'past-answered': past('answered', 'Jonas Holm'),
  },
  nudge: { 'nudge-silence-weekly': silence({ reactions: reacted('weekly') }) },
  run: { 'run-planning': { kind: 'run', did: 'nothing', view: { ...run, state: 'planning' } } },
} satisfies ExamplesByKind<'case' | 'nudge' | 'run'>;
