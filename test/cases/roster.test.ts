import assert from 'node:assert/strict';
import { openEmbedded } from '../../adapters/store/embedded/open-embedded.ts';
import { openStore, type Store } from '../../app/open-store.ts';
import type { Case } from '../../bot/cases/case.ts';
import type { Invitation } from '../../bot/cases/invitations.ts';
import { createRoster, type Roster } from '../../bot/cases/roster.ts';
import { caseId, type PersonId, personId } from '../../bot/ids.ts';
import { NO_WORDS } from '../../bot/privacy/mask.ts';
import { MINUTE, SECOND } from '../../bot/time/units.ts';
import { aCase, anAgent, anOffer, aPerson, aProfile, masked, TUESDAY } from '../support/fixtures/builders.ts';
import { type Seeded, seeded } from '../support/fixtures/seeded.ts';
import { inTempFolder } from '../support/processes/temp-folder.ts';

const TODAY = '2026-11-24';
const AWAY = { from: '2026-11-20', until: '2026-11-30' };
const PEOPLE = ['anna', 'bo', 'carl', 'dorte', 'erik', 'fie'].map(personId);
const ROUNDS = Number(process.env.SEED === undefined ? 6 : 12);
const FIRST_SEED = Number(process.env.SEED ?? 1);

const onStore = (work: (store: Store) => Promise<void>): Promise<void> =>
  inTempFolder(async (folder) => {
    const database = await openEmbedded(folder);
    try {
      await work(await openStore(database, 'sandbox'));
    } finally {
      await database.close();
    }
  });

const standingsIn = async (roster: Roster) => (await roster.look()).standings(TODAY, ['sandbox']);

/** What a roster must show, counted as the rules say it: every person and every case is read, one by one. */
const countedAnew = async ({ people, cases }: Store, numbers: number) => {
  const load = new Map<PersonId, number>();
  const count = (id: PersonId) => load.set(id, (load.get(id) ?? 0) + 1);
  for (let number = 1; number <= numbers; number++) {
    const c = await cases.byNumber(number);
    if (c?.state === 'waiting') for (const { state, agent } of c.offers) if (state === 'open') count(agent);
    if (c?.state !== 'active') continue;
    if (c.agent !== null) count(c.agent);
    for (const one of c.invitations ?? [])
      if (one.for === 'hand-over' && one.state === 'colleague' && !c.anonymous) count(one.to);
  }
  const all = await Promise.all(PEOPLE.map((id) => people.get(id)));
  return all
    .filter((person) => person !== null)
    .filter(({ roles, agent, joined }) => roles.includes('agent') && agent !== null && joined === null)
    .map((person) => {
      const away = person.absences.find(({ from, until }) => from <= TODAY && TODAY <= until);
      return {
        id: person._id,
        unit: person.unit,
        principles: person.agent?.principles,
        topics: person.agent?.topics,
        languages: person.agent?.languages,
        capacity: person.agent?.capacity,
        load: load.get(person._id) ?? 0,
        absent: away !== undefined,
        reachable: person.left === null && person.addresses.some(({ platform }) => platform === 'sandbox'),
        substitute: away?.substitute ?? null,
        askedAt: person.askedAt,
      };
    });
};

const invitationOf = (to: PersonId, what: Invitation['for'], state: Invitation['state']): Invitation => ({
  for: what,
  to,
  by: personId('nobody'),
  at: TUESDAY,
  until: TUESDAY,
  reason: NO_WORDS,
  show: 'all',
  state,
});

const someCase = (random: Seeded): Pick<Case, 'state' | 'agent' | 'offers' | 'anonymous'> & Partial<Case> => {
  const [one, other] = [random.pick(PEOPLE), random.pick(PEOPLE.slice(1))];
  const invited = one === other ? 'over' : random.pick(['asker', 'colleague', 'accepted', 'over'] as const);
  return {
    state: random.pick(['waiting', 'active', 'active', 'answered', 'closed'] as const),
    agent: random.chance(0.8) ? one : null,
    offers: [anOffer(other, 'lapsed'), anOffer(one, random.pick(['open', 'accepted', 'declined'] as const))],
    anonymous: random.chance(0.3),
    ...(random.chance(0.5)
      ? { invitations: [invitationOf(other, random.pick(['hand-over', 'co-agent'] as const), invited)] }
      : {}),
  };
};

const write = async (store: Store, random: Seeded, numbers: number): Promise<number> => {
  const { people, cases } = store;
  const who = random.pick(PEOPLE);
  const recorded = { by: who } as never;
  switch (random.below(10)) {
    case 0:
      await people.giveRole(who, 'agent', recorded);
      return numbers;
    case 1:
      await people.takeRole(who, 'agent', recorded);
      return numbers;
    case 2:
      await people.change(who, {
        agent: aProfile({ capacity: random.below(5) }),
        unit: random.pick(['Skole', 'Park']),
      });
      return numbers;
    case 3:
      await people.dropAbsence(who, AWAY);
      await people.addAbsence(who, { ...AWAY, substitute: random.pick(PEOPLE) });
      return numbers;
    case 4:
      await people.dropAbsence(who, AWAY);
      return numbers;
    case 5:
      await people.change(who, random.chance(0.5) ? { left: TUESDAY } : { left: null, roles: ['agent', 'hr'] });
      return numbers;
    case 6:
      await people.noteAsked(who, new Date(TUESDAY.getTime() + random.below(1_000) * MINUTE));
      return numbers;
    case 7:
    case 8: {
      const c = numbers === 0 ? null : await cases.byNumber(1 + random.below(numbers));
      if (c === null) return numbers;
      await cases.change(c._id, c.rev, { set: someCase(random), turns: [], events: [], owes: [] }, null);
      return numbers;
    }
    default:
      await cases.add({
        ...aCase('waiting', { _id: caseId(`case-${numbers + 1}`), number: numbers + 1 }),
        ...someCase(random),
      });
      return numbers + 1;
  }
};

describe('the roster', () => {
  for (let seed = FIRST_SEED; seed < FIRST_SEED + ROUNDS; seed++) {
    it(`shows what a full reading would, in processes with different clocks and in one that starts anew (seed ${seed})`, () =>
      onStore(async (store) => {
        const random = seeded(seed);
        for (const id of PEOPLE) await store.people.add(random.chance(0.7) ? anAgent(id) : aPerson(id));
        const rosters = [0, -20, 20].map((seconds) =>
          createRoster({ ...store, now: () => new Date(Date.now() + seconds * SECOND) }),
        );
        let numbers = 0;
        for (let step = 0; step < 60; step++) {
          numbers = await write(store, random, numbers);
          const roster = step % 20 === 19 ? createRoster(store) : random.pick(rosters);
          assert.deepEqual(await standingsIn(roster), await countedAnew(store, numbers), `step ${step}`);
          const names = [...(await roster.look()).names()];
          const known = (await roster.look()).people().map(({ _id, name }) => [_id, name]);
          assert.deepEqual(names, known);
          assert.deepEqual(
            known,
            (await store.people.agents()).map(({ _id, name }) => [_id, name]),
          );
        }
      }));
  }

  it('reads everything once, and then what was changed', () =>
    onStore(async (store) => {
      await store.people.add(anAgent('anna'));
      let readings = 0;
      const roster = createRoster({
        people: {
          get: store.people.get,
          agentsChangedSince: store.people.agentsChangedSince,
          agents: () => {
            readings++;
            return store.people.agents();
          },
        },
        cases: store.cases,
      });
      for (let look = 0; look < 5; look++) await Promise.all([roster.look(), roster.look()]);
      assert.equal(readings, 1);
    }));

  it('forgets a person who is deleted when it looks at them, and at the latest after ten minutes', () =>
    onStore(async (store) => {
      let now = new Date();
      for (const id of ['anna', 'bo']) await store.people.add(anAgent(id));
      const roster = createRoster({ ...store, now: () => now });
      await standingsIn(roster);
      await store.people.remove(personId('anna'));
      assert.equal(await roster.confirms(personId('anna')), false);
      await store.people.remove(personId('bo'));
      assert.deepEqual(ids(await standingsIn(roster)), ['bo']);
      now = new Date(now.getTime() + 10 * MINUTE + 1);
      assert.deepEqual(await standingsIn(roster), []);
    }));

  it('reads everything again when the clock of its machine was set back', () =>
    onStore(async (store) => {
      let now = new Date(Date.now() + 5 * MINUTE);
      await store.people.add(anAgent('anna'));
      const roster = createRoster({ ...store, now: () => now });
      await standingsIn(roster);
      await store.people.add(anAgent('bo'));
      now = new Date();
      assert.deepEqual(ids(await standingsIn(roster)), ['anna', 'bo']);
    }));

  it('is right about an agent again once it has looked at them, whatever its clock hid', () =>
    onStore(async (store) => {
      await store.people.add(anAgent('anna'));
      await store.people.add(anAgent('bo'));
      const c = aCase('waiting', { number: 1, offers: [anOffer(personId('anna'), 'open')] });
      await store.cases.add(c);
      // Far ahead of those who write: it never reads what they change.
      const roster = createRoster({ ...store, now: () => new Date(Date.now() + 5 * MINUTE) });
      const loads = async () => (await standingsIn(roster)).map(({ load }) => load);
      assert.deepEqual(await loads(), [1, 0]);
      const moved = { offers: [anOffer(personId('anna'), 'lapsed'), anOffer(personId('bo'), 'open')] };
      await store.cases.change(c._id, c.rev, { set: moved, turns: [], events: [], owes: [] }, null);
      assert.deepEqual(await loads(), [1, 0]);
      assert.equal(await roster.confirms(personId('bo')), false);
      assert.deepEqual(await loads(), [0, 1]);
      for (const id of ['anna', 'bo']) assert.equal(await roster.confirms(personId(id)), true);
      await store.people.change(personId('bo'), { agent: aProfile({ place: masked('Biblioteket') }), left: TUESDAY });
      assert.equal(await roster.confirms(personId('bo')), false);
      assert.equal((await standingsIn(roster))[1]?.reachable, false);
    }));

  it('is itself again after the store was away', () =>
    onStore(async (store) => {
      await store.people.add(anAgent('anna'));
      let isAway = true;
      const roster = createRoster({
        people: store.people,
        cases: {
          ...store.cases,
          burdensChangedSince: (moment) =>
            isAway ? Promise.reject(new Error('away')) : store.cases.burdensChangedSince(moment),
        },
      });
      await roster.look();
      await store.people.add(anAgent('bo'));
      await assert.rejects(Promise.all([roster.look(), roster.look()]), /away/);
      isAway = false;
      assert.deepEqual(ids(await standingsIn(roster)), ['anna', 'bo']);
    }));
});

const ids = (standings: readonly { id: PersonId }[]): string[] => standings.map(({ id }) => String(id));
