import assert from 'node:assert/strict';
import { openEmbedded } from '../../../adapters/store/embedded/open-embedded.ts';
import { openStore } from '../../../app/open-store.ts';
import { personId } from '../../../bot/ids.ts';
import { NEVER } from '../../../bot/people/person.ts';
import { inTempFolder } from '../../support/processes/temp-folder.ts';

describe('a store from before people could leave', () => {
  it('is migrated at start, once', () =>
    inTempFolder(async (folder) => {
      const old = await openEmbedded(folder);
      const meta = await old.collection<{ _id: string; kind: string; version: number }>('meta', []);
      await meta.insert({ _id: 'store', kind: 'sandbox', version: 2 });
      const people = await old.collection<{ _id: string } & Record<string, unknown>>('people', []);
      const agent = { principles: [], topics: [], languages: ['da'], capacity: 3 };
      const absences = [{ from: '2026-12-01', until: '2026-12-02' }];
      await people.insert({ _id: 'bo', name: 'Bo', roles: ['agent'], askedAt: NEVER, addresses: [], agent, absences });
      for (let twice = 0; twice < 2; twice++) await openStore(old, 'sandbox');
      const bo = await (await openStore(old, 'sandbox')).people.get(personId('bo'));
      assert.deepEqual(
        [bo?.left, bo?.leaving, bo?.imported, bo?.agent?.shown, bo?.agent?.place, bo?.absences[0]?.substitute],
        [null, false, false, false, null, null],
      );
      await old.close();
    }));
});
