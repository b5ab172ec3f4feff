import type { Person } from '../../bot/people/person.ts';
import type { People } from '../../bot/ports.ts';
import type { Database, Index } from './collection.ts';

const INDEXES: readonly Index[] = [{ fields: { roles: 1 } }];

export const openPeople = async (database: Database): Promise<People> => {
  const people = await database.collection<Person>('people', INDEXES);
  return {
    get: (id) => people.get(id),
    all: () => people.find({}, { sort: { _id: 1 } }),
    agents: () => people.find({ roles: 'agent' }, { sort: { _id: 1 } }),
    add: async (person) => {
      await people.insert(person);
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
