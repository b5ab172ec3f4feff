import type { Update } from '../collection.ts';
import { compareValues } from './compare-values.ts';
import { compileElement } from './compile-filter.ts';
import { copyPlain, copyStored, type Fields, isFields } from './plain-value.ts';

// NeDB's own updates keep the caller's objects and throw where MongoDB does nothing (`$pull` on a missing array).

type Place = { value: unknown; put(value: unknown): void; drop(): void };
type Change = (place: Place, path: string) => void;

const wrongType = (path: string, wanted: string): never => {
  throw new TypeError(`${path} holds no ${wanted}`);
};

const arrayAt = (place: Place, path: string): unknown[] =>
  place.value === undefined ? [] : Array.isArray(place.value) ? place.value : wrongType(path, 'array');

const elementsToPush = (operand: unknown, path: string): unknown[] => {
  if (!isFields(operand) || !('$each' in operand)) return [copyPlain(operand, path)];
  if (!Array.isArray(operand.$each)) throw new TypeError('$each wants an array');
  if (Object.keys(operand).length > 1) throw new TypeError('$push shares nothing but $each between the stores');
  return copyPlain(operand.$each, path);
};

/** Undefined, or a push of none: where there is no array, DocumentDB leaves it so, and MongoDB makes an empty one. */
export const changesNothing = (name: string, operand: unknown): boolean =>
  operand === undefined ||
  (name === '$push' && isFields(operand) && '$each' in operand && elementsToPush(operand, '').length === 0);

const numberOf = (operand: unknown): number => {
  if (typeof operand !== 'number' || !Number.isFinite(operand)) throw new TypeError('$inc wants a number');
  return operand;
};

const CHANGES = new Map<string, (operand: unknown, path: string) => Change>([
  [
    '$set',
    (operand, path) => {
      const value = copyPlain(operand, path);
      return (place) => place.put(copyStored(value));
    },
  ],
  ['$unset', () => (place) => place.drop()],
  [
    '$inc',
    (operand) => {
      const by = numberOf(operand);
      return (place, path) =>
        place.put(
          (place.value === undefined ? 0 : typeof place.value === 'number' ? place.value : wrongType(path, 'number')) +
            by,
        );
    },
  ],
  [
    '$push',
    (operand, at) => {
      const added = elementsToPush(operand, at);
      return (place, path) => place.put([...arrayAt(place, path), ...copyStored(added)]);
    },
  ],
  [
    '$pull',
    (operand) => {
      const unwanted = compileElement(operand);
      return (place, path) => {
        if (place.value !== undefined) place.put(arrayAt(place, path).filter((element) => !unwanted(element)));
      };
    },
  ],
  [
    '$max',
    (operand, path) => {
      const value = copyPlain(operand, path);
      return (place) => {
        if (place.value === undefined || compareValues(value, place.value) > 0) place.put(copyStored(value));
      };
    },
  ],
]);

// Only these bring forth what is missing on the way to their place.
const CREATES = new Set(['$set', '$inc', '$push', '$max']);

const placeIn = (holder: unknown, name: string): Place | null => {
  if (isFields(holder)) {
    return {
      value: Object.hasOwn(holder, name) ? holder[name] : undefined,
      put: (value) => {
        holder[name] = value;
      },
      drop: () => {
        delete holder[name];
      },
    };
  }
  if (!Array.isArray(holder) || !/^\d+$/.test(name)) return null;
  const at = Number(name);
  const put = (value: unknown): void => {
    while (holder.length < at) holder.push(null);
    holder[at] = value;
  };
  return { value: holder[at], put, drop: () => (at < holder.length ? put(null) : undefined) };
};

const findPlace = (document: Fields, path: string, create: boolean): Place | null => {
  let place: Place | null = null;
  let holder: unknown = document;
  for (const name of path.split('.')) {
    if (place !== null && place.value === undefined) {
      if (!create) return null;
      holder = {};
      place.put(holder);
    }
    place = placeIn(holder, name);
    if (place === null) return create ? wrongType(path, 'object on the way') : null;
    holder = place.value;
  }
  return place;
};

const refuseOverlap = (paths: readonly string[]): void => {
  const sorted = paths.map((path) => `${path}.`).sort();
  const at = sorted.findIndex((path, index) => index > 0 && path.startsWith(sorted[index - 1] ?? path));
  if (at > 0) throw new TypeError(`the update changes ${sorted[at]?.slice(0, -1)} twice`);
};

const MOST_CHECKED = 1000;
/** The same few updates are written again and again: their paths are looked at once. */
const checked = new Set<string>();

const checkPaths = (paths: readonly string[]): void => {
  const key = paths.join('\0');
  if (checked.has(key)) return;
  if (paths.some((path) => path === '_id' || path.split('.').some((name) => /^$|^\$|^__proto__$|\0/.test(name)))) {
    throw new TypeError('an update changes neither _id nor a path with $ in it');
  }
  refuseOverlap(paths);
  if (checked.size >= MOST_CHECKED) checked.clear();
  checked.add(key);
};

/** A function that changes a copy of a document; a TypeError names what the two stores do not share. */
export const compileUpdate = (update: Update): (<T extends Fields>(document: T) => T) => {
  const steps = Object.entries(update).flatMap(([name, operands]) => {
    const change = CHANGES.get(name);
    if (change === undefined) throw new TypeError(`${name} is not among the updates both stores share`);
    return Object.entries(operands)
      .filter(([, operand]) => !changesNothing(name, operand))
      .map(([path, operand]) => ({ path, create: CREATES.has(name), change: change(operand, path) }));
  });
  if (Object.keys(update).length === 0) throw new TypeError('an update without operators would replace the document');
  checkPaths(steps.map((step) => step.path));
  return (document) => {
    const changed = copyStored(document);
    for (const { path, create, change } of steps) {
      const place = findPlace(changed, path, create);
      if (place !== null) change(place, path);
    }
    return changed;
  };
};
