import type { Case } from '../../bot/cases/case.ts';
import type { DeliveryId } from '../../bot/ids.ts';
import type { Owed } from '../../bot/owed.ts';
import type { Outbox } from '../../bot/ports.ts';
import type { Deliveries, Delivery, Owing, Post, Posts } from '../delivery/delivery.ts';
import type { Database, Index } from './collection.ts';

const INDEXES: readonly Index[] = [
  { fields: { state: 1, notBefore: 1, order: 1 } },
  { fields: { to: 1, state: 1, order: 1 } },
];

/** How many are looked at for one round of sending. */
const BATCH = 200;
const LONG_AGO = new Date(0);

export const openDeliveries = async (database: Database): Promise<Deliveries & Outbox> => {
  const deliveries = await database.collection<Delivery>('deliveries', INDEXES);
  const orders = orderOfThisProcess();

  const add = async ({ id, ...owed }: Owed): Promise<void> => {
    await deliveries.insert({
      ...owed,
      _id: id,
      order: orders(),
      state: 'due',
      attempts: 0,
      tryAt: LONG_AGO,
      leaseBy: null,
      leaseUntil: LONG_AGO,
      reason: null,
      sentAt: null,
    });
  };

  return {
    add: async (owed: Owed | readonly Owed[]) => {
      for (const one of Array.isArray(owed) ? owed : [owed]) await add(one);
    },
    ready: async (machineNow, domainNow) => {
      const due = { state: 'due', notBefore: { $lte: domainNow } };
      const found = await deliveries.find({ ...due }, { sort: { order: 1 }, limit: BATCH });
      const heads = new Map<string, Delivery>();
      for (const one of found) if (!heads.has(one.to)) heads.set(one.to, one);
      return [...heads.values()].filter((head) => head.tryAt <= machineNow && head.leaseUntil <= machineNow);
    },
    claim: (id, holder, machineNow, until) =>
      deliveries.updateAndGet(
        { _id: id, state: 'due', leaseUntil: { $lte: machineNow } },
        { $set: { leaseBy: holder, leaseUntil: until }, $inc: { attempts: 1 } },
      ),
    renew: (id, holder, until) => deliveries.update({ _id: id, leaseBy: holder }, { $set: { leaseUntil: until } }),
    finish: async (id, holder, outcome) => {
      const free = { leaseBy: null, leaseUntil: LONG_AGO };
      const { at: sentAt, ...rest } = 'at' in outcome ? outcome : { ...outcome, at: null };
      await deliveries.update({ _id: id, leaseBy: holder }, { $set: { ...free, ...rest, sentAt } });
    },
  };
};

/** Sortable and growing within a process; between processes the clocks decide. */
const orderOfThisProcess = () => {
  let last = 0;
  return () => {
    last = Math.max(last + 1, Date.now() * 1000);
    return last.toString(36).padStart(11, '0');
  };
};

type Debtor = Pick<Case, 'owes'> & { _id: string };

/** The same for everything that owes messages: cases and drafts, later nudges. */
export const openOwing = async (database: Database, name: 'cases' | 'drafts'): Promise<Owing> => {
  const debtors = await database.collection<Debtor>(name, []);
  return {
    unrelayed: async () => {
      const found = await debtors.find({ 'owes.id': { $gt: '' } }, { fields: ['owes'] });
      return found.map(({ _id, owes }) => ({ id: _id, owes }));
    },
    struck: async (id: string, owed: DeliveryId) => {
      await debtors.update({ _id: id }, { $pull: { owes: { id: owed } } });
    },
  };
};

export const openPosts = async (database: Database): Promise<Posts> => {
  const posts = await database.collection<Post>('posts', []);
  const nameOf = (person: string, id: string) => `${person}|${id}`;
  return {
    get: (person, id) => posts.get(nameOf(person, id)),
    put: async (post) => {
      const _id = nameOf(post.person, post.case);
      if (!(await posts.insert({ _id, ...post }))) await posts.update({ _id }, { $set: { ...post } });
    },
  };
};
