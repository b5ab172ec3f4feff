import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { embeddingsServer } from '../support/fakes/embeddings-server.ts';
import { content } from '../support/fixtures/content.ts';
import { inSandbox } from '../support/processes/sandbox.ts';

const NUMBER = '010190-1234';
const { dilemmas, ownExamples } = content;
const EXAMPLES = dilemmas.length + ownExamples.length;

describe('a Sammen with EMBEDDINGS_URL', () => {
  it('asks with masked text alone, says so in its help, and sends without an answer, too', async () => {
    const server = await embeddingsServer();
    try {
      await inSandbox(
        async (sandbox) => {
          const alma = await sandbox.addPerson({ name: 'Alma Spørger', unit: 'Skole' });
          const newest = async (person: string) => (await sandbox.messages(person)).at(-1)?.text ?? '';
          await sandbox.say(alma, 'Vi har ingen penge til legepladsen, men borgerne spørger.');
          while (server.asked.flat().length < EXAMPLES) await sleep(20);
          await sandbox.say(alma, `Borgeren ${NUMBER} ringer til Alma på 20 12 34 56 om budgettet.`);
          const texts = server.asked.flat();
          assert.match(texts.at(-1) ?? '', /budgettet/);
          for (const hidden of [NUMBER, '20 12 34 56', alma])
            assert.ok(!texts.some((text) => text.includes(hidden)), hidden);
          await sandbox.say(alma, 'hjælp');
          assert.match(await newest(alma), /Et program på kommunens eget netværk/);
          server.replyWith(() => undefined);
          const bo = await sandbox.addPerson({ name: 'Bo Spørger', unit: 'Skole' });
          await sandbox.say(bo, 'Hvordan får jeg naboerne med fra starten, når budgettet ligger fast?');
          await sandbox.pressNewest(bo, 'submit-dilemma', { anonymous: 'no' });
          assert.match(await newest(bo), /Jeg har spurgt|Jeg spørger/);
        },
        { EMBEDDINGS_URL: server.url.href, LOG_LEVEL: 'silent' },
      );
    } finally {
      await server.close();
    }
  });
});
