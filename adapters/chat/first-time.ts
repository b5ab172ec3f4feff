const MAX_REMEMBERED = 1000;

/** Whether something is done for the first time. */
export type IsFirst = (name: string) => boolean;

/** Memory is enough for politeness: a line said twice harms nobody. */
export const createIsFirst = (): IsFirst => {
  const done = new Set<string>();
  return (name) => {
    if (done.has(name)) return false;
    if (done.size >= MAX_REMEMBERED) done.clear();
    done.add(name);
    return true;
  };
};
