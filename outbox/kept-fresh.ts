/** A value that is read again when it is older than `freshMs` milliseconds. */
export type KeptFresh<T> = {
  get(): Promise<T>;
  /** The next `get` reads again. */
  drop(): void;
};

export const keptFresh = <T>(read: () => Promise<T>, freshMs: number): KeptFresh<T> => {
  let known: { at: number; value: Promise<T> } | null = null;
  return {
    get: () => {
      const now = Date.now();
      if (known !== null && now >= known.at && now - known.at < freshMs) return known.value;
      const value = read();
      known = { at: now, value };
      value.catch(() => {
        known = null;
      });
      return value;
    },
    drop: () => {
      known = null;
    },
  };
};
