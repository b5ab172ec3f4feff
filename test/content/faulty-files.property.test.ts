import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { CONTENT_FILES, type ContentName, contentText, useContentCopy } from '../support/fixtures/content-copy.ts';

/** A large file takes a while to read, and its rows are alike. */
const LARGE = 200_000;
const triesOf = (name: ContentName): number => (contentText(name).length > LARGE ? 10 : 20);
const MENDS = /\b(Write|Take|Put|Add|Give|Correct|Restore|Leave|Close|Save|Check)\b/;

type Place = { parent: object; key: string };

const placesIn = (value: unknown): Place[] =>
  typeof value === 'object' && value !== null
    ? Object.keys(value).flatMap((key) => [{ parent: value, key }, ...placesIn(Reflect.get(value, key))])
    : [];

/** Changes a parsed file somewhere; `at` and `other` pick where. */
type Mutation = (places: Place[], at: number, other: number) => void;
const pick = (places: Place[], number: number): Place => {
  const place = places[number % places.length];
  assert.ok(place !== undefined);
  return place;
};

const mutations: fc.Arbitrary<Mutation> = fc.oneof(
  fc.constant<Mutation>((places, at) => {
    const { parent, key } = pick(places, at);
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else Reflect.deleteProperty(parent, key);
  }),
  fc.jsonValue({ maxDepth: 2 }).map<Mutation>((value) => (places, at) => {
    const { parent, key } = pick(places, at);
    Reflect.set(parent, key, value);
  }),
  fc.constant<Mutation>((places, at, other) => {
    const [target, source] = [pick(places, at), pick(places, other)];
    Reflect.set(target.parent, target.key, structuredClone(Reflect.get(source.parent, source.key)));
  }),
  fc
    .tuple(fc.string({ maxLength: 8 }), fc.jsonValue({ maxDepth: 1 }))
    .map<Mutation>(([name, value]) => (places, at) => {
      const { parent } = pick(places, at);
      if (Array.isArray(parent)) parent.push(value);
      else Reflect.set(parent, name, value);
    }),
  fc.constant<Mutation>((places, at) => {
    const { parent, key } = pick(places, at);
    const value = Reflect.get(parent, key);
    Reflect.set(parent, key, typeof value === 'string' ? value.repeat(400) : [value]);
  }),
);

/** Hides the file from fast-check's report: whole files are too long to print, and the seed reproduces them. */
type Changed = { file: string | Uint8Array; [fc.toStringMethod]: () => string };
const unprinted = (file: string | Uint8Array): Changed => ({ file, [fc.toStringMethod]: () => `${file.length} long` });

const structural = (name: ContentName): fc.Arbitrary<Changed> =>
  fc
    .tuple(fc.array(fc.tuple(mutations, fc.nat(), fc.nat()), { minLength: 1, maxLength: 4 }), fc.constantFrom(0, 2))
    .map(([steps, indent]) => {
      const json: unknown = JSON.parse(contentText(name));
      for (const [mutate, at, other] of steps) {
        const places = placesIn(json);
        if (places.length > 0) mutate(places, at, other);
      }
      return unprinted(JSON.stringify(json, null, indent));
    });

/** Replaces some bytes with others; half of the time it also cuts off the rest. */
const bytewise = (name: ContentName): fc.Arbitrary<Changed> =>
  fc.tuple(fc.nat(), fc.nat(20), fc.uint8Array({ maxLength: 4 }), fc.boolean()).map(([at, gone, put, cutOff]) => {
    const bytes = Buffer.from(contentText(name));
    const from = at % bytes.length;
    return unprinted(
      Buffer.concat([bytes.subarray(0, from), put, cutOff ? new Uint8Array() : bytes.subarray(from + gone)]),
    );
  });

describe('any change to a file in content/', () => {
  const copy = useContentCopy();

  for (const name of CONTENT_FILES) {
    it(`either loads or is reported with file, location and fix: ${name}`, () => {
      const tries = triesOf(name);
      let faulty = 0;
      fc.assert(
        fc.property(fc.oneof(structural(name), bytewise(name)), ({ file }) => {
          const complaint = copy().complaint(name, (path) => writeFileSync(path, file));
          if (complaint === null) return;
          faulty += 1;
          for (const line of complaint.split('\n')) {
            if (/^… and \d+ more faults\.$/.test(line)) continue;
            assert.ok(line.startsWith(`content/${name}`), line);
            assert.match(line, MENDS);
            assert.doesNotMatch(line, /Invalid|undefined|\[object|expected|^\s+at /);
          }
        }),
        { numRuns: tries },
      );
      assert.ok(faulty > tries / 4, `${faulty} of the changes were faults`);
    });
  }
});
