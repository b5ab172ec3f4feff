import type { Addressee, Sent } from '../../../bot/cases/addressee.ts';
import type { Passage } from '../../../bot/cases/said-views.ts';
import type { WarningView } from '../../../bot/cases/view-types.ts';
import type { DraftStory, DraftView } from '../../../bot/drafts/notice.ts';
import { caseId, personId, storyId } from '../../../bot/ids.ts';
import type { Matter } from '../../../bot/privacy/warnings.ts';
import { masked } from '../../support/fixtures/builders.ts';
import { draft, vary } from './base.ts';
import type { ExamplesOf } from './examples-of.ts';

const draftWith = <Over extends Partial<DraftView>>(over: Over) => ({
  kind: 'draft' as const,
  view: vary<typeof draft, Over>(draft, over),
});

export const NAMED: WarningView = { matters: [], hidden: [], named: true, deletable: false };

const SHORT = masked('De vil gerne mødes på torsdag.');

const KAREN: Addressee = {
  id: caseId('k3Rw8pLz1'),
  number: 42,
  hearer: { as: 'named', name: 'Karen Skov' },
  does: 'reply',
  start: null,
  outOfReach: false,
};
const JONAS: Addressee = { ...KAREN, id: caseId('k4Pq7rSt2'), number: 44, hearer: { as: 'named', name: 'Jonas Holm' } };
const STORY: DraftStory = {
  id: storyId('s7Qd2'),
  text: masked('Vi gik derned sammen med naboerne, før nogen tegnede noget. Det tog en time og sparede ti klager.'),
  meet: true,
};

const WAITING: Addressee = {
  ...KAREN,
  id: caseId('k8Uv6wXy3'),
  number: 60,
  hearer: { as: 'nobody' },
  does: 'keep',
};

const SENT = { state: 'used', usedFor: 42, text: masked('') } as const;
const sentTo = (passage: Passage | null): Sent => ({ hearer: KAREN.hearer, kind: 'reply', passage, start: null });

const warning = (kind: Matter, contact: WarningView['matters'][number]['contact'] = null): WarningView => ({
  ...NAMED,
  named: false,
  matters: [{ kind, contact }],
});

const LONG_STORY = masked(
  'En gruppe unge ville bygge en rampe, og tre afdelinger havde hver sin mening om pladsen. En kollega inviterede alle tre og de unge ud på pladsen en eftermiddag. De blev enige på en halv time, fordi de stod der sammen. Det lærte vi: Mød hinanden på stedet, før nogen skriver.',
);

export const DRAFTS = {
  draft: draftWith({}),
  'draft-which-principle': draftWith({
    certainty: 'guess',
    choices: ['bygger-bro', 'goer-det-nemt', 'tydelig-ramme'],
  }),
  'draft-which-principle-warning': draftWith({
    certainty: 'guess',
    choices: ['lytter-foerst', 'skaber-fremdrift', 'fastholder-virkelyst'],
    warning: NAMED,
    openly: true,
  }),
  'draft-which-principle-danger': draftWith({
    certainty: 'guess',
    choices: ['lytter-foerst', 'skaber-fremdrift', 'fastholder-virkelyst'],
    warning: warning('danger', { name: 'Børne- og familievagten', phone: '12 34 56 78', url: null }),
  }),
  'draft-silent-danger': draftWith({ certainty: 'silent', warning: warning('danger') }),
  'draft-principle-named': draftWith({ named: true }),
  'draft-silent': draftWith({ text: masked('Hvad skal vi have til frokost i kantinen?'), certainty: 'silent' }),
  'draft-to-colleague': draftWith({ text: SHORT, addressees: [KAREN] }),
  'draft-to-colleague-named-citizen': draftWith({ text: SHORT, addressees: [KAREN], warning: NAMED }),
  'draft-to-colleague-out-of-reach': draftWith({ text: SHORT, addressees: [{ ...KAREN, outOfReach: true }] }),
  'draft-to-anonymous': draftWith({ text: SHORT, addressees: [{ ...KAREN, hearer: { as: 'anonymous' } }] }),
  'draft-to-anonymous-out-of-reach': draftWith({
    text: SHORT,
    addressees: [{ ...KAREN, hearer: { as: 'anonymous' }, outOfReach: true }],
  }),
  'draft-to-waiting-case': draftWith({ text: SHORT, addressees: [WAITING] }),
  'draft-thanks': draftWith({ text: masked('tusind tak'), addressees: [{ ...KAREN, does: 'thank' }] }),
  'draft-yes': draftWith({
    text: masked('ja'),
    addressees: [{ ...KAREN, does: 'accept-talk', start: new Date('2026-12-03T09:30:00.000Z') }],
  }),
  'draft-yes-to-call': draftWith({ text: masked('ja'), addressees: [{ ...KAREN, does: 'accept-talk' }] }),
  'draft-to-one-of-several': draftWith({
    text: SHORT,
    addressees: [
      JONAS,
      { ...JONAS, id: caseId('k9Tb4nVy6'), number: 57, does: 'thank' },
      WAITING,
      { ...KAREN, id: caseId('k2Lm5oNx8'), number: 61, does: 'accept-talk' },
    ],
  }),
  'draft-to-one-of-several-offers': draftWith({
    text: SHORT,
    addressees: [
      { ...KAREN, does: 'answer-offer' },
      { ...JONAS, hearer: { as: 'anonymous' }, does: 'answer-offer' },
    ],
  }),
  'draft-to-offer': draftWith({ text: SHORT, addressees: [{ ...KAREN, does: 'answer-offer' }] }),
  'draft-in-doubt': draftWith({ text: masked('Kan du hjælpe mig?'), inDoubt: 'help' }),
  'draft-in-doubt-agents': draftWith({ text: masked('Hvem kan hjælpe?'), inDoubt: 'agents' }),
  'draft-to-colleague-or-new': draftWith({ addressees: [KAREN], asksAnew: true }),
  'draft-new-after-all': draftWith({ addressees: [KAREN], isNew: true }),
  'draft-in-offer': draftWith({ state: 'in-offer', text: SHORT, addressees: [{ ...KAREN, does: 'answer-offer' }] }),
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
    warning: { ...NAMED, hidden: ['email', 'phone'], named: false, phoneTip: true },
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
  'draft-vague': draftWith({ text: masked('Jeg har et lille problem'), vague: true }),
  'draft-reminded': draftWith({ reminded: true }),
  'draft-changing-agents': draftWith({
    state: 'changing',
    agents: [
      { id: personId('jonas'), name: 'Jonas Holm' },
      { id: personId('karen'), name: 'Karen Skov' },
    ],
  }),
  'draft-changing-many-agents': draftWith({ state: 'changing', agents: 'many' }),
  'draft-sent': draftWith({ ...SENT, sent: sentTo({ state: 'sent' }) }),
  'draft-sent-on-its-way': draftWith({ ...SENT, sent: sentTo({ state: 'on-its-way' }) }),
  'draft-sent-waiting': draftWith({ ...SENT, sent: sentTo({ state: 'waiting', on: 'slack' }) }),
  'draft-sent-undeliverable': draftWith({ ...SENT, sent: sentTo({ state: 'undeliverable' }) }),
  'draft-sent-undeliverable-anonymous': draftWith({
    ...SENT,
    sent: { ...sentTo({ state: 'undeliverable' }), hearer: { as: 'anonymous' } },
  }),
  'draft-sent-unknown': draftWith({ ...SENT, sent: sentTo(null) }),
  'draft-sent-kept': draftWith({ ...SENT, sent: { ...sentTo(null), hearer: { as: 'nobody' } } }),
  'draft-agreed': draftWith({
    ...SENT,
    sent: { ...sentTo({ state: 'on-its-way' }), kind: 'talk-accepted', start: new Date('2026-12-03T09:30:00.000Z') },
  }),
  'draft-agreed-call': draftWith({ ...SENT, sent: { ...sentTo({ state: 'sent' }), kind: 'talk-accepted' } }),
  'draft-story': draftWith({ stories: [STORY] }),
  'draft-stories': draftWith({
    stories: [STORY, { ...STORY, id: storyId('s8'), text: masked('Vi ringede først. Det tog en time.'), meet: false }],
  }),
  'draft-story-in-part': draftWith({
    stories: [{ ...STORY, text: LONG_STORY }],
    certainty: 'guess',
    choices: ['bygger-bro', 'goer-det-nemt'],
  }),
  'draft-story-danger': draftWith({ stories: [STORY], warning: warning('danger') }),
  'draft-asking': draftWith({ state: 'asking', asksUntil: new Date('2026-11-24T13:15:00.000Z') }),
  'draft-returned': draftWith({ returned: true }),
  'draft-met': draftWith({ state: 'met', text: masked('') }),
  'draft-helped': draftWith({ state: 'helped', text: masked('') }),
  'draft-used': draftWith({ state: 'used', usedFor: 42, text: masked('') }),
  'draft-discarded': draftWith({ state: 'discarded', text: masked('') }),
  'draft-ended': draftWith({ state: 'ended', text: masked('') }),
  'draft-ended-words': draftWith({ state: 'ended', text: masked(''), endedAs: 'words' }),
  'draft-ended-blank': draftWith({ state: 'ended', text: masked(''), endedAs: 'blank' }),
} satisfies ExamplesOf<'draft'>;
