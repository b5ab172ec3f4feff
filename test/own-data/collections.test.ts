import assert from 'node:assert/strict';
import { COLLECTIONS } from '../../bot/accounts/own-data/collections.ts';
import { OWN_PARTS } from '../../bot/accounts/own-data/data.ts';
import { readSources } from '../support/assertions/sources.ts';

/** The names that `openOnce` takes: a closed set of its own. */
const HANDED_IN = /\bcollection: ((?:'[a-zA-Z]+'(?: \| )?)+)/gu;
const NAMED = /\bCOLLECTION = '([a-zA-Z-]+)'/gu;
const OPENED = /\bcollection<[^(]*>\(\s*'([a-zA-Z-]+)'/gu;

describe('every collection of the store', () => {
  it('says what it gives a person of themselves, or why nothing', () => {
    const sources = ['app', 'adapters'].flatMap(readSources);
    const opened = new Set(
      sources.flatMap(({ code }) => [
        ...[OPENED, NAMED].flatMap((one) => [...code.matchAll(one)].map(([, name]) => name)),
        ...[...code.matchAll(HANDED_IN)].flatMap(([, names = '']) => names.match(/[a-zA-Z]+/gu) ?? []),
      ]),
    );
    assert.ok(opened.size > 25, 'they are found in the source');
    assert.deepEqual(
      [...opened].filter((name) => name !== undefined && COLLECTIONS[name] === undefined),
      [],
    );
    assert.deepEqual(
      Object.keys(COLLECTIONS).filter((name) => !opened.has(name)),
      [],
      'each exists',
    );
    const given = Object.values(COLLECTIONS).flatMap((gives) => (typeof gives === 'string' ? [] : gives));
    assert.deepEqual(
      [...OWN_PARTS].filter((part) => !given.includes(part)),
      [],
      'each part has its place',
    );
  });
});
