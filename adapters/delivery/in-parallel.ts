/** What is written at the same time shares one trip to the disk. */
const AT_ONCE = 32;

/** Does the work for every item, some at a time. */
export const inParallel = async <T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> => {
  const results: R[] = [];
  const queue = [...items];
  const workers = Array.from({ length: Math.min(AT_ONCE, queue.length) }, async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) results.push(await work(item));
  });
  await Promise.all(workers);
  return results;
};
