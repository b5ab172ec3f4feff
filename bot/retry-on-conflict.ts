/** Under load a document may move on between reading and writing; then it is read and decided anew. */
const MAX_TRIES = 8;

/** As `retryOnConflict`, but answers null when the document moved on eight times. */
export const tryOnConflict = async <Result>(attempt: () => Promise<Result | null>): Promise<Result | null> => {
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const result = await attempt();
    if (result !== null) return result;
  }
  return null;
};

/**
 * Runs `attempt` until it answers something else than `null`: null says that the document moved on before the write.
 * @param what names the document in the error, such as "case 42"
 * @throws Error when it moved on eight times
 */
export const retryOnConflict = async <Result>(what: string, attempt: () => Promise<Result | null>): Promise<Result> => {
  const result = await tryOnConflict(attempt);
  if (result !== null) return result;
  throw new Error(`${what} changed ${MAX_TRIES} times while it was written`);
};
