const MAX_REMEMBERED = 1000;

/** True the first time that it is called with this name. */
export type IsFirst = (name: string) => boolean;

/** Remembers names in memory only, because a duplicate line after a restart is harmless. */
export const createIsFirst = (): IsFirst => {
  const done = new Set<string>();
  return (name) => {
    if (done.has(name)) return false;
    if (done.size >= MAX_REMEMBERED) done.clear();
    done.add(name);
    return true;
  };
};
