import type { DraftView } from '../../../bot/drafts/notice.ts';
import { caseId } from '../../../bot/ids.ts';
import { masked } from '../../support/fixtures/builders.ts';
import { draft, vary } from './base.ts';
import type { ExamplesOf } from './examples-of.ts';

const draftWith = <Over extends Partial<DraftView>>(over: Over) => ({
  kind: 'draft' as const,
  view: vary<typeof draft, Over>(draft, over),
});

export const DRAFTS = {
  draft: draftWith({}),
  'draft-waiting-cases': draftWith({
    waitingCases: [
      { id: caseId('k3Rw8pLz1'), number: 42 },
      { id: caseId('k9Tb4nVy6'), number: 57 },
    ],
  }),
  'draft-danger': draftWith({
    warning: { kind: 'danger', contact: { name: 'Børne- og familievagten', phone: '12 34 56 78', url: null } },
  }),
  'draft-whistleblower': draftWith({
    warning: {
      kind: 'whistleblower',
      contact: { name: 'Whistleblowerordningen', phone: null, url: 'https://whistle.example.dk/' },
    },
  }),
  'draft-harassment': draftWith({
    warning: { kind: 'harassment', contact: { name: 'Arbejdsmiljøteamet', phone: '12 34 56 79', url: null } },
  }),
  'draft-decision': draftWith({ warning: { kind: 'decision', contact: null } }),
  'draft-names': draftWith({ warning: { kind: 'names', contact: null } }),
  'draft-masked-number': draftWith({
    text: masked(`${draft.text} Ring på (skjult nummer).`),
    warning: { kind: 'masked-number', contact: null },
  }),
  'draft-follows': draftWith({ follows: 17 }),
  'draft-openly': draftWith({ openly: true }),
  'draft-changing-openly': draftWith({ state: 'changing', openly: true }),
  'draft-changing': draftWith({ state: 'changing' }),
  'draft-changing-names': draftWith({ state: 'changing', warning: { kind: 'names', contact: null } }),
  'draft-no-promise': draftWith({ promised: null }),
  'draft-changing-no-promise': draftWith({ state: 'changing', promised: null }),
  'draft-used': draftWith({ state: 'used', usedFor: 42, text: masked('') }),
  'draft-discarded': draftWith({ state: 'discarded', text: masked('') }),
  'draft-ended': draftWith({ state: 'ended', text: masked('') }),
} satisfies ExamplesOf<'draft'>;
