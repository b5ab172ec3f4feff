/** Under load, another writer may change a document between our read and our write. Then we read and decide again. */
const MAX_ATTEMPTS = 8;

/** Like `retryOnConflict`, but returns null after eight conflicts. */
export const tryOnConflict = async <Result>(attempt: () => Promise<Result | null>): Promise<Result | null> => {
  for (let attempts = 0; attempts < MAX_ATTEMPTS; attempts++) {
    const result = await attempt();
    if (result !== null) return result;
  }
  return null;
};

/**
 * Runs `attempt` until it returns a result. Null means that another writer changed the document first.
 * @param what names the document in the error, such as "case 42"
 * @throws Error after eight conflicts
 */
export const retryOnConflict = async <Result>(what: string, attempt: () => Promise<Result | null>): Promise<Result> => {
  const result = await tryOnConflict(attempt);
  if (result !== null) return result;
  throw new Error(`${what}: gave up after ${MAX_ATTEMPTS} conflicting writes`);
};
