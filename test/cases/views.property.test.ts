import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CASE_STATES, type Case } from '../../bot/cases/case.ts';
import { caseNotice } from '../../bot/cases/case-view.ts';
import type { Introduction } from '../../bot/cases/introduction.ts';
import { introducedView } from '../../bot/cases/introduction-view.ts';
import type { Invitation } from '../../bot/cases/invitations.ts';
import { partOf } from '../../bot/cases/part.ts';
import type { Turn } from '../../bot/cases/turn.ts';
import type { ViewContext } from '../../bot/cases/view-context.ts';
import type {
  AskerView,
  CaseView,
  CoAgentView,
  HandedView,
  HeldView,
  IntroducedView,
  InvitedView,
  ListedView,
  OfferView,
  PastView,
  Viewer,
  WithdrawnView,
} from '../../bot/cases/view-types.ts';
import type { PersonId } from '../../bot/ids.ts';
import { AGENT, aCase, anAgent, aPerson, masked, TUESDAY, workingTime } from '../support/fixtures/builders.ts';

/** Strings that identify the asker; nothing else in these cases contains them. */
const SECRET = {
  id: 'q7-asker',
  name: 'Alma Spørger',
  unit: 'Havnekontoret',
  phone: '51 62 73 84',
  language: 'q7-language',
  platform: 'q7-platform',
};
const SECRETS = Object.values(SECRET);

const asker = {
  ...aPerson(SECRET.id),
  name: SECRET.name,
  unit: SECRET.unit,
  phone: SECRET.phone,
  language: SECRET.language as 'da',
  addresses: [{ platform: SECRET.platform as 'sandbox', id: SECRET.id, at: TUESDAY }],
};
const agent = anAgent(AGENT, { name: 'Jonas Holm', phone: '87 65 43 21' });
const other = anAgent('other', { name: 'Amina Said' });
const third = aPerson('third', { name: 'Bente Lund' });
const PEOPLE = [asker, agent, other, third];

const instant = fc.date({ min: TUESDAY, max: new Date('2027-02-01T00:00:00Z'), noInvalidDate: true });
const words = fc.constantFrom('', 'Ja.', 'Hvad er vigtigst?').map(masked);
const turn: fc.Arbitrary<Turn> = fc
  .record({
    by: fc.constantFrom('asker', 'agent'),
    at: instant,
    kind: fc.constantFrom('reply', 'ask-back', 'answer', 'thanks', 'comment', 'learned', 'talk', 'correction'),
    text: words,
    start: fc.option(instant),
    place: fc.option(fc.constant(masked('Biblioteket'))),
  })
  .map(({ by, at, kind, text, start, place }) => ({
    by,
    at,
    kind,
    text,
    who: by === 'asker' ? asker._id : agent._id,
    ...(kind === 'talk' ? { talk: { start, minutes: 30, place } } : {}),
  }));
const offer = fc.record({
  agent: fc.constantFrom(agent._id, other._id),
  at: instant,
  until: instant,
  state: fc.constantFrom('open', 'accepted', 'declined', 'lapsed', 'given-back', 'undelivered'),
  why: fc.option(
    fc.record({
      principle: fc.boolean(),
      topic: fc.boolean(),
      load: fc.nat(3),
      capacity: fc.nat(3),
      standsIn: fc.boolean(),
    }),
  ),
  declined: fc.constant(null),
});
const invitation: fc.Arbitrary<Invitation> = fc.record({
  for: fc.constantFrom('hand-over', 'co-agent'),
  to: fc.constantFrom(agent._id, other._id),
  by: fc.constant(agent._id),
  at: instant,
  until: instant,
  reason: words,
  show: fc.constantFrom(null, 'all', 'dilemma'),
  state: fc.constantFrom('asker', 'colleague', 'accepted', 'declined', 'over'),
});
const introduction: fc.Arbitrary<Introduction> = fc.record({
  by: fc.constant(agent._id),
  who: fc.constantFrom(third._id, other._id),
  turn: fc.nat(3),
  at: instant,
  until: instant,
  state: fc.constantFrom('asker', 'colleague', 'made', 'declined', 'lapsed', 'ended'),
  putAt: fc.option(instant),
});
const someCase: fc.Arbitrary<Case> = fc
  .record({
    state: fc.constantFrom(...CASE_STATES),
    anonymous: fc.boolean(),
    today: fc.boolean(),
    promise: fc.constantFrom('open', 'kept', 'missed', 'none'),
    offers: fc.array(offer, { maxLength: 3 }),
    turnsFrom: fc.nat(2),
    readFrom: fc.option(fc.nat(2)),
    invitations: fc.array(invitation, { maxLength: 2 }),
    sharing: fc.constantFrom('no', 'asked', 'shared', 'refused'),
    turns: fc.array(turn, { maxLength: 5 }),
    introductions: fc.array(introduction, { maxLength: 2 }),
    rating: fc.option(fc.constantFrom('yes', 'partly', 'no')),
    followUp: fc.option(
      fc.record({
        askedAt: fc.option(instant),
        step: fc.constant(null),
        kept: fc.option(fc.constantFrom('yes', 'partly', 'no')),
        saidAt: fc.option(instant),
      }),
    ),
    turnOf: fc.constantFrom('asker', 'agent'),
    remindedAt: fc.option(instant),
    askedOnAt: fc.option(instant),
    closedAt: fc.option(instant),
  })
  .map(({ state, ...more }) =>
    aCase(state, {
      ...more,
      asker: asker._id,
      unit: SECRET.unit,
      language: SECRET.language as 'da',
      events: [
        { at: TUESDAY, kind: 'asked', by: asker._id, about: null },
        { at: TUESDAY, kind: 'agent-left', by: null, about: AGENT },
      ],
      receipts: [asker._id],
    }),
  );
const someWindow = fc
  .record({ from: fc.nat(3), to: fc.option(fc.nat(5)) })
  .map(({ from, to }) => ({ from, ...(to === null ? {} : { to }) }));

const marked = (said: Turn, i: number): Turn => ({ ...said, text: masked(`q7-turn-${i}`) });

const viewFor = (
  c: Case,
  part: Exclude<Viewer, 'introduced'>,
  window: { from: number; to?: number },
): Exclude<CaseView, IntroducedView> => {
  const notice = caseNotice(c, part, window, contextFor(part === 'asker' ? asker._id : agent._id));
  const view = (notice ?? assert.fail('a viewer sees nothing')).view;
  assert.ok(view.viewer !== 'introduced');
  return view;
};

const contextFor = (reader: PersonId): ViewContext => ({
  now: TUESDAY,
  time: workingTime,
  links: { calendar: (id, index) => `https://sammen.example.dk/files/${id}/${index}` },
  person: (id) => PEOPLE.find(({ _id }) => _id === id),
  reader,
  strangers: new Set([other._id]),
  colleagues: [{ id: other._id, name: other.name }],
  warn: () => ({ matters: [], hidden: [], named: true, deletable: false }),
  units: [SECRET.unit],
});

const OTHERS = ['agent', 'offered', 'listed', 'handed', 'invited', 'co-agent', 'past'] as const;
const VIEWERS = ['asker', ...OTHERS] as const satisfies readonly Viewer[];

type Keys<View> = Readonly<Record<keyof View, true>>;
const HEADING = { id: true, rev: true, number: true, turnCount: true, eventCount: true, viewer: true } as const;
const WORDS = {
  now: true,
  text: true,
  askedAt: true,
  promisedAt: true,
  promise: true,
  opening: true,
  turns: true,
  may: true,
  todayDate: true,
} as const;
const ABOUT = { principle: true, topic: true, certainty: true, today: true, for: true } as const;
const BETWEEN = {
  answer: true,
  answerTurn: true,
  earlierAnswers: true,
  step: true,
  proposal: true,
  rating: true,
  followUp: true,
  story: true,
  next: true,
  passage: true,
  wrote: true,
  talk: true,
  lostTalk: true,
  reminded: true,
  corrected: true,
  talkWaits: true,
  closedAt: true,
  citizenHears: true,
  suggestedDate: true,
} as const;
/** `satisfies` makes each list match its type exactly: one field more or less does not compile. */
const KEYS = {
  asker: {
    ...HEADING,
    ...WORDS,
    ...ABOUT,
    ...BETWEEN,
    state: true,
    anonymous: true,
    before: true,
    units: true,
    agent: true,
    offer: true,
    asked: true,
    sharing: true,
    humanTold: true,
    askedOn: true,
    invitation: true,
    introduction: true,
    passOn: true,
    coAgent: true,
    warning: true,
  } satisfies Keys<AskerView>,
  held: {
    ...HEADING,
    ...WORDS,
    ...ABOUT,
    ...BETWEEN,
    state: true,
    asker: true,
    colleagues: true,
    introduction: true,
  } satisfies Keys<HeldView>,
  withdrawn: { ...HEADING, state: true, lostTalk: true } satisfies Keys<WithdrawnView>,
  // What the viewer typed is added where the drafts are known, and is the viewer's own.
  offered: { ...HEADING, ...WORDS, ...ABOUT, asker: true, offer: true } satisfies Keys<Omit<OfferView, 'typed'>>,
  listed: { ...HEADING, ...WORDS, ...ABOUT, asker: true } satisfies Keys<Omit<ListedView, 'typed'>>,
  handed: { ...HEADING, ...WORDS, ...ABOUT, asker: true, agent: true, reason: true, until: true } satisfies Keys<
    Omit<HandedView, 'typed'>
  >,
  invited: { ...HEADING, ...WORDS, ...ABOUT, asker: true, agent: true, until: true } satisfies Keys<
    Omit<InvitedView, 'typed'>
  >,
  'co-agent': {
    ...HEADING,
    ...WORDS,
    ...ABOUT,
    state: true,
    asker: true,
    agent: true,
    notes: true,
    show: true,
  } satisfies Keys<Omit<CoAgentView, 'typed'>>,
  past: { ...HEADING, state: true, agent: true, said: true, lostTalk: true } satisfies Keys<PastView>,
} as const;

const keysOf = (view: Exclude<CaseView, IntroducedView>): readonly string[] => {
  if (view.viewer !== 'agent') return Object.keys(KEYS[view.viewer]).sort();
  return Object.keys(view.state === 'withdrawn' ? KEYS.withdrawn : KEYS.held).sort();
};

type Has<View, Key extends PropertyKey> = View extends unknown
  ? Key extends keyof View
    ? View['viewer' & keyof View]
    : never
  : never;
type Same<A, B> = [A, B] extends [B, A] ? true : false;

describe('the views of a case', () => {
  it('have a field only where the reader may know it, by type', () => {
    const holds: readonly [
      Same<Has<CaseView, 'before' | 'units' | 'warning' | 'sharing' | 'askedOn' | 'anonymous'>, 'asker'>,
      Same<Has<CaseView, 'text'>, 'asker' | 'agent' | 'offered' | 'listed' | 'handed' | 'invited' | 'co-agent'>,
      Same<Has<CaseView, 'notes'>, 'co-agent'>,
      Same<Has<PastView | WithdrawnView, 'text' | 'turns' | 'asker' | 'may'>, never>,
      Same<Has<IntroducedView, 'number' | 'text' | 'turns' | 'answer' | 'principle' | 'promise'>, never>,
      Same<keyof Extract<HeldView['asker'], { as: 'anonymous' }>, 'as'>,
      Same<keyof Extract<OfferView['asker'], { as: 'anonymous' }>, 'as'>,
      Same<keyof Extract<ListedView['asker'], { as: 'anonymous' }>, 'as'>,
    ] = [true, true, true, true, true, true, true, true];
    assert.ok(holds.every(Boolean));
  });

  it('have exactly the fields declared for their reader', () => {
    fc.assert(
      fc.property(someCase, fc.constantFrom(...VIEWERS), someWindow, (c, part, window) => {
        const view = viewFor(c, part, window);
        assert.deepEqual(Object.keys(view).sort(), keysOf(view));
      }),
      { numRuns: 1000 },
    );
  });

  it('reveal an anonymous asker to nobody but the asker', () => {
    fc.assert(
      fc.property(someCase, fc.constantFrom(...OTHERS), someWindow, (c, part, window) => {
        const json = JSON.stringify(viewFor({ ...c, anonymous: true }, part, window));
        assert.deepEqual(
          SECRETS.filter((secret) => json.includes(secret)),
          [],
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('name an asker who is not anonymous, which proves that the test above can fail', () => {
    const held = aCase('active', { asker: asker._id, unit: SECRET.unit });
    const json = JSON.stringify(viewFor(held, 'agent', { from: 0 }));
    assert.ok(json.includes(SECRET.name) && json.includes(SECRET.unit));
  });

  it('show an introduced colleague who asks only once both said yes, and never a word of the case', () => {
    fc.assert(
      fc.property(someCase, fc.constantFrom(third, other), (c, reader) => {
        const told = { ...c, anonymous: true, text: masked('q7-dilemma'), turns: c.turns.map(marked) };
        const view = introducedView(told, contextFor(reader._id));
        if (view === null) return;
        const json = JSON.stringify(view);
        const knows = SECRETS.filter((secret) => json.includes(secret));
        if (view.state === 'made') assert.ok(knows.every((secret) => secret !== SECRET.language));
        else assert.deepEqual(knows, []);
        assert.doesNotMatch(json, /q7-dilemma/u);
        const lines = new Set(
          c.introductions?.filter(({ who }) => who === reader._id).map(({ turn }) => `q7-turn-${turn}`),
        );
        for (const [word] of json.matchAll(/q7-turn-\d/gu)) assert.ok(lines.has(word), word);
        assert.ok(!('number' in view || 'text' in view || 'turns' in view || 'principle' in view));
      }),
      { numRuns: 1000 },
    );
  });

  it('match the role that the rules give a person', () => {
    const nobody = new Set<never>();
    fc.assert(
      fc.property(someCase, fc.constantFrom(...PEOPLE), someWindow, (c, person, window) => {
        const part = partOf(c, person, nobody);
        if (part === 'introduced') assert.equal(introducedView(c, contextFor(person._id))?.viewer, part);
        else if (part !== 'stranger') assert.equal(viewFor(c, part, window).viewer, part);
      }),
      { numRuns: 500 },
    );
  });
});
