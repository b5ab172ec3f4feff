import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { openCopy } from '../../../adapters/store/embedded/read-copy.ts';
import type { Case } from '../../../bot/cases/case.ts';
import type { Delivery } from '../../../outbox/ports.ts';
import { inSlack, inTeams } from '../../cross-platform/support/party.ts';
import { tracesOf } from '../../support/assertions/traces-of.ts';
import { seeded } from '../../support/fixtures/seeded.ts';
import { inTempFolder } from '../../support/processes/temp-folder.ts';
import { CASE_STORIES } from './case-stories.ts';
import { type KilledHouse, openKilledHouse } from './killed-house.ts';
import { openPlay, type Play, type Player } from './play.ts';

type Side = typeof inTeams;

/** Where asker, agents and the third colleague are. */
export const WAYS = {
  'in Teams': [inTeams, inTeams, inTeams],
  'in Slack': [inSlack, inSlack, inSlack],
  'from Slack by Teams to Slack': [inSlack, inTeams, inSlack],
  'from Teams by Slack to Teams': [inTeams, inSlack, inTeams],
} as const satisfies Record<string, readonly [Side, Side, Side]>;

const BEGINS = new Date('2026-12-01T08:00:00.000Z');
/** The citizen's day, and the day after the trial's last; welcomes go out an hour earlier. */
const LATER = new Date('2026-12-03T09:05:00.000Z');
const AGENTS = ['Bodil', 'Evald', 'Gudrun', 'Holger'];
/** Found in no other word that Sammen writes. */
const ASKERS = ['Anemone', 'Birkebo', 'Cirkeline', 'Dagfinn', 'Ebbemai', 'Fjolmer', 'Gyngehest', 'Hyldegro'];
const COLLEAGUES = ['Torvald', 'Ulfilas', 'Vigdis', 'Wilmine', 'Xerxes', 'Yrsagunn', 'Zakarias', 'Amaryllis'];

const emailOf = (name: string): string => `${name.toLowerCase()}@kommune.dk`;
const unitOf = (name: string): string => `${name}huset`;
const professionOf = (name: string): string => `${name}mester`;
/** All that says who somebody is; their name is found in their unit, their profession and their address, too. */
const secretsOf = (name: string, marks: readonly string[]): string[] => [
  name,
  `${name} Prøve`,
  emailOf(name),
  unitOf(name),
  professionOf(name),
  ...marks,
];
const LIST = [
  'Mail;Navn;Afdeling;Stilling;Roller;Principper;Emner;Kapacitet',
  ...AGENTS.map((name) => `${emailOf(name)};${name} Prøve;Rådhuset;Konsulent;agent;lytter-foerst;borgerdialog;100`),
  ...[...ASKERS, ...COLLEAGUES].map(
    (name) => `${emailOf(name)};${name} Prøve;${unitOf(name)};${professionOf(name)};;;;`,
  ),
].join('\n');

export type Told = {
  kills: number;
  steps: number;
  words: number;
  /** Taken by a platform just before a kill, and sent again. */
  doubled: number;
};

/** Tells every story at once in one house; with a seed, each step of each ends in `kill -9`. */
export const tellStories = (way: keyof typeof WAYS, seed: number | null, names: readonly string[]) =>
  inTempFolder(async (folder): Promise<Told & { cases: unknown }> => {
    const house = await openKilledHouse(folder, LIST, BEGINS);
    try {
      const [asks, helps, third] = WAYS[way];
      const join = (side: Side, name: string): Player => {
        const party = side(house, name, emailOf(name));
        return { ...party, name: `${name} Prøve`, secrets: secretsOf(name, party.marks) };
      };
      const agents = AGENTS.map((name) => join(helps, name));
      const plays = names.map((story, n) => {
        const asker = join(asks, ASKERS[n] ?? assert.fail(story));
        const colleague = join(third, COLLEAGUES[n] ?? assert.fail(story));
        const random = seed === null ? null : seeded(seed + n);
        const play = openPlay({ house, letter: 'bdfghjkl'[n] ?? assert.fail(story), asker, agents, colleague, random });
        return { story, play };
      });
      for (const one of [...agents, ...plays.map(({ play }) => play.colleague)]) await one.say('hej');
      const later = await allOf(plays.map(({ story, play }) => CASE_STORIES[story]?.(play) ?? assert.fail(story)));
      await waitUntilDelivered(house);
      await house.goTo(LATER);
      await allOf(later.map((rest) => rest?.() ?? Promise.resolve()));
      await waitUntilDelivered(house);
      assertNobodyElseHeard(
        plays.map(({ play }) => play),
        agents,
      );
      assert.deepEqual(await house.stop(), []);
      assert.deepEqual([...house.connector.violations, ...house.slack.violations], []);
      const { cases, doubled } = await assertStoreHolds(
        house,
        plays.map(({ play }) => play),
      );
      const sum = (of: (play: Play) => number) => plays.reduce((all, { play }) => all + of(play), 0);
      return {
        kills: house.kills.length,
        steps: sum((play) => play.steps()),
        words: sum((play) => play.words().length),
        doubled,
        cases,
      };
    } finally {
      await house.close();
    }
  });

/** Waits for all, also where one has failed: none may go on in a folder that is gone. */
const allOf = async <T>(work: readonly Promise<T>[]): Promise<T[]> => {
  const ended = await Promise.allSettled(work);
  return ended.map((one) => {
    if (one.status === 'rejected') throw one.reason;
    return one.value;
  });
};

const readStore = async ({ folder }: KilledHouse): Promise<{ cases: Case[]; deliveries: Delivery<unknown>[] }> => {
  const store = await openCopy(folder);
  if (store === null) throw new Error('there is no store');
  try {
    const [cases, deliveries] = [
      await (await store.collection<Case>('cases', [])).find({}),
      await (await store.collection<Delivery<unknown>>('deliveries', [])).find({}),
    ];
    return { cases, deliveries };
  } finally {
    await store.close();
  }
};

const waitUntilDelivered = async (house: KilledHouse): Promise<void> => {
  const deadline = Date.now() + 120_000;
  for (;;) {
    const { cases, deliveries } = await readStore(house);
    const due = deliveries.filter(({ state, notBefore }) => state === 'due' && notBefore <= new Date()).length;
    const owing = cases.filter(({ owes }) => owes.length > 0).length;
    if (due === 0 && owing === 0) return;
    if (Date.now() > deadline) assert.fail(`${due} messages are due, and ${owing} cases owe some`);
    await sleep(200);
  }
};

/** Each reads what was for them alone; and nothing that reached anybody but an anonymous asker leads to them. */
const assertNobodyElseHeard = (plays: readonly Play[], agents: readonly Player[]): void => {
  for (const { asker, colleague, isAnonymous, isIntroduced, never } of plays) {
    for (const { reader, words } of never())
      for (const word of words) assert.ok(!reader.received().includes(word), `${reader.name} reads ${word}`);
    if (!isAnonymous()) continue;
    const others = [...agents, ...plays.flatMap((one) => (one.asker === asker ? [] : [one.asker]))];
    for (const other of [...others, ...(isIntroduced() ? [] : [colleague])])
      assert.deepEqual(tracesOf(asker.secrets, other.received()), [], `${asker.name} in what reached ${other.name}`);
  }
};

/** In ms: how long before a kill a platform may have taken a message that Sammen then could not note any more. */
const UNTIL_NOTED = 5_000;

/**
 * The messages that stand on the platforms, but for those that Sammen knows it sent: each came twice. That may only be
 * when it was killed between the platform's "ok" and its mark (docs/rules.md, "Delivery").
 */
const doubledIn = ({ connector, slack, kills }: KilledHouse, deliveries: readonly Delivery<unknown>[]): number => {
  const known = new Set(deliveries.flatMap(({ standsAt }) => standsAt ?? []));
  const standing = [
    ...connector.messages.map(({ id, postedAt }) => ({ at: `teams ${id}`, postedAt })),
    ...slack.messages.map(({ ts, postedAt }) => ({ at: `slack ${ts}`, postedAt })),
  ];
  const twice = standing.filter(({ at }) => !known.has(at));
  for (const { at, postedAt } of twice) {
    const isCutOff = kills.some((killed) => killed >= postedAt && killed - postedAt < UNTIL_NOTED);
    assert.ok(isCutOff, `${at} came twice, and nothing was killed just then`);
  }
  return twice.length;
};

const assertStoreHolds = async (house: KilledHouse, plays: readonly Play[]) => {
  const { cases, deliveries } = await readStore(house);
  assert.equal(cases.length, plays.length, 'as many cases as were sent');
  const told = plays.map((play) => {
    const c = cases.find(({ _id }) => _id === play.caseId()) ?? assert.fail(`case ${play.caseId()} is gone`);
    const written = JSON.stringify([c.text, c.turns, c.notes, c.invitations, c.step]);
    for (const word of play.words()) assert.ok(written.includes(word), `${word} is lost`);
    assert.equal(new Set(c.receipts).size, c.receipts.length, 'each press was handled once');
    return {
      state: c.state,
      events: c.events.map(({ kind }) => kind),
      turns: c.turns.map(({ by, kind, text }) => [by, kind, text]),
      notes: c.notes?.map(({ text }) => text),
      invitations: c.invitations?.map(({ for: what, show, state, reason }) => [what, show, state, reason]),
      introductions: c.introductions?.map(({ state }) => state),
      answer: [c.answer?.outcome, c.answer?.owner],
      step: c.step,
      rating: c.rating,
    };
  });
  const stuck = deliveries.filter(({ state }) => state === 'unreachable' || state === 'failed');
  assert.deepEqual(stuck, []);
  return { cases: told, doubled: doubledIn(house, deliveries) };
};
