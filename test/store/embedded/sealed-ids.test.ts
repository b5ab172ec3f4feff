import assert from 'node:assert/strict';
import { openEmbedded } from '../../../adapters/store/embedded/open-embedded.ts';
import { dropKeptValue } from '../../../adapters/store/kept-values.ts';
import { ID_KEY } from '../../../adapters/store/store-keys.ts';
import { openStore } from '../../../app/open-store.ts';
import { idsToday, idToday } from '../../../bot/former-ids.ts';
import { nudgeIdFor } from '../../../bot/nudges/nudge-record.ts';
import { idByEmail } from '../../../bot/people/meet-colleague.ts';
import { inTempFolder, tempFolder } from '../../support/processes/temp-folder.ts';
import {
  agent,
  asker,
  fillFormerStore,
  former,
  sealedIdsContract,
  WEEK,
  WORD,
} from '../contract/sealed-ids-contract.ts';

sealedIdsContract('the embedded store', async () => {
  const folder = await tempFolder();
  return { database: await openEmbedded(folder.path), cleanup: folder.remove };
});

describe('a store whose ids were changed', () => {
  it('takes presses and links that carry former ids', () =>
    inTempFolder(async (folder) => {
      const database = await openEmbedded(folder);
      await fillFormerStore(database);
      const { seal, cases } = await openStore(database, 'sandbox');
      const c = await cases.byNumber(7);
      assert.equal(idToday(former, seal), c?._id);
      const text = `${former} ${WORD}`;
      const data = { case: former, agent: agent._id, nudge: nudgeIdFor(WEEK, asker._id), text, 'reply.text': WORD };
      assert.deepEqual(idsToday(data, seal), {
        case: c?._id,
        agent: c?.agent,
        nudge: nudgeIdFor(WEEK, idByEmail('anna@kommune.dk', seal)),
        text,
        'reply.text': WORD,
      });
      await database.close();
    }));

  it('keeps its key of ids when SECRET is changed, by way of SECRET_PREVIOUS, and opens for no other', () =>
    inTempFolder(async (folder) => {
      const database = await openEmbedded(folder);
      const [first, second, third] = ['first', 'second', 'third'].map(
        (name) => `the ${name} secret, which is long enough`,
      );
      assert.ok(first !== undefined && second !== undefined && third !== undefined);
      const sealed = async (secret: string | null, secretPrevious: string | null = null) =>
        (await openStore(database, 'real', [], { secret, secretPrevious, anonymityKey: null })).seal('anna');
      const seal = await sealed(first);
      assert.equal(await sealed(second, first), seal);
      // The former secret is gone now.
      assert.equal(await sealed(second), seal);
      for (const wrong of [sealed(third), sealed(third, first)])
        await assert.rejects(wrong, /SECRET_PREVIOUS opens the key/);
      await assert.rejects(sealed(null), /needs the SECRET that Sammen runs with/);
      assert.equal(await sealed(second), seal);
      await dropKeptValue(database, ID_KEY);
      assert.notEqual(await sealed(third), seal);
      await database.close();
    }));
});
