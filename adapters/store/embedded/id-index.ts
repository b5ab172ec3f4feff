import type { StoredDoc } from './memory.ts';

/** The interface that NeDB expects of its `_id` index, which also holds all its documents. */
export type IdIndex = {
  insert(document: StoredDoc): void;
  remove(document: StoredDoc): void;
  update(before: StoredDoc, after: StoredDoc): void;
  revertUpdate(before: StoredDoc, after: StoredDoc): void;
  getAll(): StoredDoc[];
  getMatching(ids: unknown): StoredDoc[];
  getBetweenBounds(): readonly StoredDoc[];
  byId(id: string): StoredDoc | undefined;
};

/**
 * A map instead of NeDB's tree: every document is inserted here and most lookups are by `_id`, which is expensive in a
 * tree. Range queries are rare, so the documents are sorted only when one runs.
 */
export const createIdIndex = (): IdIndex => {
  const documents = new Map<string, StoredDoc>();
  let inOrder: readonly StoredDoc[] | null = null;
  const put = (document: StoredDoc): void => {
    documents.set(document._id, document);
    inOrder = null;
  };
  return {
    insert: (document) => {
      if (documents.has(document._id))
        throw Object.assign(new Error('this _id is taken'), { errorType: 'uniqueViolated' });
      put(document);
    },
    remove: ({ _id }) => {
      documents.delete(_id);
      inOrder = null;
    },
    update: (_before, after) => put(after),
    revertUpdate: (before) => put(before),
    getAll: () => [...documents.values()],
    getMatching: (ids) => [ids].flat().flatMap((id) => documents.get(String(id)) ?? []),
    getBetweenBounds: () => {
      inOrder ??= [...documents.values()].sort((a, b) => (a._id < b._id ? -1 : 1));
      return inOrder;
    },
    byId: (id) => documents.get(id),
  };
};
