import type { WarningView } from '../../../bot/cases/view-types.ts';
import type { DraftView } from '../../../bot/drafts/notice.ts';
import { caseId } from '../../../bot/ids.ts';
import type { Matter } from '../../../bot/privacy/warnings.ts';
import { masked } from '../../support/fixtures/builders.ts';
import { draft, vary } from './base.ts';
import type { ExamplesOf } from './examples-of.ts';

const draftWith = <Over extends Partial<DraftView>>(over: Over) => ({
  kind: 'draft' as const,
  view: vary<typeof draft, Over>(draft, over),
});

export const NAMED: WarningView = { matters: [], hidden: [], named: true, deletable: false };

const warning = (kind: Matter, contact: WarningView['matters'][number]['contact'] = null): WarningView => ({
  ...NAMED,
  named: false,
  matters: [{ kind, contact }],
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
    warning: warning('danger', { name: 'Børne- og familievagten', phone: '12 34 56 78', url: null }),
  }),
  'draft-whistleblower': draftWith({
    warning: warning('whistleblower', {
      name: 'whistleblowerordningen',
      phone: null,
      url: 'https://whistle.example.dk/',
    }),
  }),
  'draft-harassment': draftWith({
    warning: warning('harassment', { name: 'Arbejdsmiljøteamet', phone: '12 34 56 79', url: null }),
  }),
  'draft-decision': draftWith({ warning: warning('decision') }),
  'draft-threat': draftWith({
    warning: warning('threat', { name: 'Arbejdsmiljøteamet', phone: '12 34 56 79', url: null }),
  }),
  'draft-names': draftWith({ warning: NAMED }),
  'draft-masked-number': draftWith({
    text: masked(`${draft.text} Ring om Bent Jensen, 010190-1234.`),
    warning: { ...NAMED, hidden: ['cpr'], deletable: true },
  }),
  'draft-masked-phone': draftWith({
    text: masked(`${draft.text} Ring på 22 34 56 78, eller skriv til mette@lille.dk.`),
    warning: { ...NAMED, hidden: ['email', 'phone'], named: false },
  }),
  'draft-own': draftWith({ text: masked(`${draft.text} Hilsen Mette, Biblioteket`), own: ['name', 'unit'] }),
  'draft-changing-own': draftWith({ state: 'changing', own: ['name'] }),
  'draft-follows': draftWith({ follows: 17 }),
  'draft-openly': draftWith({ openly: true }),
  'draft-changing-openly': draftWith({ state: 'changing', openly: true }),
  'draft-changing': draftWith({ state: 'changing' }),
  'draft-changing-names': draftWith({ state: 'changing', warning: NAMED }),
  'draft-no-promise': draftWith({ promised: null }),
  'draft-changing-no-promise': draftWith({ state: 'changing', promised: null }),
  'draft-used': draftWith({ state: 'used', usedFor: 42, text: masked('') }),
  'draft-discarded': draftWith({ state: 'discarded', text: masked('') }),
  'draft-ended': draftWith({ state: 'ended', text: masked('') }),
} satisfies ExamplesOf<'draft'>;
