import type { Person } from '../../bot/people/person.ts';
import type { People } from '../../bot/ports.ts';
import type { Database, Index } from './collection.ts';

const INDEXES: readonly Index[] = [
  { fields: { roles: 1 } },
  { fields: { email: 1 } },
  { fields: { 'addresses.id': 1 } },
];

export const openPeople = async (database: Database): Promise<People> => {
  const people = await database.collection<Person>('people', INDEXES);
  return {
    get: (id) => people.get(id),
    all: () => people.find({}, { sort: { _id: 1 } }),
    agents: () => people.find({ roles: 'agent' }, { sort: { _id: 1 } }),
    byAddress: async (platform, id) =>
      (await people.find({ 'addresses.id': id, addresses: { $elemMatch: { platform, id } } }, { limit: 1 }))[0] ?? null,
    byEmail: async (email) => (await people.find({ email: email.toLowerCase() }, { limit: 1 }))[0] ?? null,
    add: (person) => people.insert(person),
    seen: async (id, address) => {
      // Two steps, each safe to repeat; between them the person merely has no address on that platform.
      await people.update({ _id: id }, { $pull: { addresses: { platform: address.platform } } });
      await people.update(
        { _id: id, 'addresses.platform': { $ne: address.platform } },
        { $push: { addresses: address } },
      );
    },
    setLanguage: async (id, language) => {
      await people.update({ _id: id }, { $set: { language } });
    },
    addAbsence: async (id, absence) => {
      // Conditional, so that a repeat adds nothing.
      await people.update({ _id: id, absences: { $ne: absence } }, { $push: { absences: absence } });
    },
    noteAsked: async (id, at) => {
      await people.update({ _id: id, askedAt: { $lt: at } }, { $set: { askedAt: at } });
    },
  };
};
