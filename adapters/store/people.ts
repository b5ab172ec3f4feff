import type { AccountChanges } from '../../bot/accounts/port.ts';
import { foundBy } from '../../bot/people/find-colleagues.ts';
import { accountOf, type Person } from '../../bot/people/person.ts';
import type {
  AgentChanges,
  People,
  PeopleSearch,
  PersonAccounts,
  PersonChanges,
  PersonIds,
} from '../../bot/people/port.ts';
import { type Seal, sealsNothing } from '../../bot/seal.ts';
import { LANGUAGES } from '../../bot/words.ts';
import type { Collection, Database, Index } from './collection.ts';
import { type Fence, FILLED, MOMENT, oneOf } from './fence.ts';
import { type StoredPerson, whole, wholePeople } from './whole-people.ts';

const INDEXES: readonly Index[] = [
  { fields: { roles: 1, _id: 1 } },
  { fields: { email: 1 } },
  { fields: { 'said.email': 1 } },
  { fields: { 'addresses.id': 1 } },
  { fields: { 'closed.id': 1 } },
  { fields: { manager: 1, _id: 1 } },
  { fields: { leaving: 1, _id: 1 } },
  { fields: { joining: 1, _id: 1 } },
  { fields: { joined: 1, _id: 1 } },
  { fields: { forgetting: 1 }, sparse: true },
  { fields: { unit: 1 } },
  { fields: { words: 1 } },
  { fields: { changedAt: 1, everAgent: 1 } },
];

const FENCE: Fence<StoredPerson> = { name: FILLED, language: oneOf(LANGUAGES), askedAt: MOMENT };

/** Every port that the stored people implement. */
export type StoredPeople = People &
  AgentChanges &
  PeopleSearch &
  PersonChanges &
  PersonAccounts &
  PersonIds &
  AccountChanges;

/** @param seal needed to add people */
export const openPeople = async (database: Database, seal: Seal = sealsNothing): Promise<StoredPeople> => {
  const stored = await database.collection<StoredPerson>('people', INDEXES, FENCE);
  const people = wholePeople(stored);
  return {
    seal,
    get: (id) => people.get(id),
    all: async () => (await people.find({}, { sort: { _id: 1 } })).filter(({ joined, nobody }) => !joined && !nobody),
    after: (id, limit) => people.find({ _id: { $gt: id } }, { sort: { _id: 1 }, limit }),
    agents: () => people.find({ roles: 'agent' }, { sort: { _id: 1 } }),
    agentsChangedSince: async (moment) =>
      (await stored.find({ changedAt: { $gte: moment }, everAgent: true })).map(whole),
    byAddress: async (platform, id) =>
      (await people.find({ 'addresses.id': id, addresses: { $elemMatch: { platform, id } } }, { limit: 1 }))[0] ??
      (await people.find({ 'closed.id': id, closed: { $elemMatch: { platform, id } } }, { limit: 1 }))[0] ??
      null,
    byEmail: async (email) => (await withEmail(people, email)).sort(byClaim)[0] ?? null,
    withEmail: (email) => withEmail(people, email),
    say: async (id, said) => {
      const [first] = said;
      if (first === undefined) return;
      // Add before removing, as in `seen`.
      const { by, at } = first;
      await people.update({ _id: id, said: { $ne: first } }, { $push: { said: { $each: said } } });
      await people.update({ _id: id }, { $pull: { said: { by, at: { $lt: at } } } });
    },
    unsay: async (id, by) => {
      await people.update({ _id: id }, { $pull: { said: { by } } });
    },
    claim: (id, address) =>
      people.update(
        { _id: id, 'addresses.platform': { $ne: address.platform }, 'closed.platform': { $ne: address.platform } },
        { $push: { addresses: address } },
      ),
    close: async (id, account) => {
      const { platform, id: name } = account;
      const gone = { $pull: { addresses: { platform, id: name } } };
      await people.update({ _id: id, closed: { $ne: account } }, { ...gone, $push: { closed: account } });
      await people.update({ _id: id }, { $pull: { closed: { platform, id: name, why: { $ne: account.why } } } });
    },
    add: (person) => people.insert(person),
    foundBy: async (word, limit) => {
      const words = { $elemMatch: { $gte: word, $lt: `${word}\uffff` } };
      return (await stored.find({ words }, { limit })).map(whole).filter(({ joined }) => joined === null);
    },
    seen: async (id, address) => {
      // Add the new address first: a person without any address would make messages to them permanently unreachable.
      const { platform, id: name, at } = address;
      const push = {
        $push: { addresses: address },
        $pull: { apart: accountOf(address), closed: { platform, id: name } },
      };
      await people.update({ _id: id, addresses: { $ne: address } }, push);
      await people.update({ _id: id }, { $pull: { addresses: { platform, id: { $ne: name } } } });
      await people.update({ _id: id }, { $pull: { addresses: { platform, id: name, at: { $lt: at } } } });
    },
    dropAddress: async (id, { platform, id: name }, forGood) => {
      const gone = { addresses: { platform, id: name } };
      const account = accountOf({ platform, id: name });
      if (forGood)
        await people.update({ _id: id, apart: { $ne: account } }, { $pull: gone, $push: { apart: account } });
      await people.update({ _id: id }, { $pull: gone });
    },
    setLanguage: async (id, language) => {
      await people.update({ _id: id }, { $set: { language } });
    },
    change: async (id, changes) => {
      if (Object.keys(changes).length === 0) return;
      await people.update({ _id: id }, { $set: { ...changes } });
      if (changes.name === undefined && changes.unit === undefined) return;
      const now = await people.get(id);
      if (now !== null) await stored.update({ _id: id }, { $set: { words: foundBy(now) } });
    },
    withRole: (role) => people.find({ roles: role }, { sort: { _id: 1 } }),
    giveRole: async (id, role) => {
      await people.update({ _id: id, roles: { $ne: role } }, { $push: { roles: role } });
    },
    takeRole: async (id, role) => {
      await people.update({ _id: id }, { $pull: { roles: role } });
    },
    under: (manager) => people.find({ manager }, { sort: { _id: 1 } }),
    leaving: () => people.find({ leaving: true }, { sort: { _id: 1 } }),
    joining: () => people.find({ joining: true }, { sort: { _id: 1 } }),
    joinedTo: (joined) => people.find({ joined }, { sort: { _id: 1 } }),
    forgetting: () => people.find({ forgetting: { $gt: '' } }),
    markForErasure: (id, forgetting, left) =>
      people.update(
        { _id: id, forgetting: { $exists: false } },
        { $set: { forgetting, left, roles: [], phone: null } },
      ),
    remove: async (id, nobody) => {
      await people.remove(nobody === undefined ? { _id: id } : { _id: id, forgetting: nobody });
    },
    units: () => unitsOf(people),
    dropAbsence: async (id, { from, until }) => {
      await people.update({ _id: id }, { $pull: { absences: { from, until } } });
    },
    addAbsence: async (id, absence) => {
      // Conditional, so that a retry adds nothing.
      await people.update({ _id: id, absences: { $ne: absence } }, { $push: { absences: absence } });
    },
    noteAsked: async (id, at) => {
      await people.update({ _id: id, askedAt: { $lt: at } }, { $set: { askedAt: at } });
    },
  };
};

const withEmail = async (people: Collection<Person>, email: string): Promise<Person[]> => {
  const address = email.toLowerCase();
  const found = [...(await people.find({ email: address })), ...(await people.find({ 'said.email': address }))];
  return [...new Map(found.map((person) => [person._id, person])).values()];
};

/** Who works here comes first, then who is on the list. */
const byClaim = (a: Person, b: Person): number => claimOf(a) - claimOf(b) || (a._id < b._id ? -1 : 1);
const claimOf = ({ left, joined, imported }: Person): number =>
  (joined === null ? 0 : 4) + (left === null ? 0 : 2) + (imported ? 0 : 1);

const unitsOf = async (people: Collection<Person>): Promise<string[]> => {
  const counts = new Map<string, number>();
  for (const { unit } of await people.find({ unit: { $gt: '' } }, { fields: ['unit'] })) {
    if (unit !== null) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  }
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([unit]) => unit);
};
