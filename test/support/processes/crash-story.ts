import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { openCopy } from '../../../adapters/store/embedded/read-copy.ts';
import type { Case } from '../../../bot/cases/case.ts';
import type { Draft } from '../../../bot/drafts/draft.ts';
import type { Delivery } from '../../../outbox/ports.ts';
import { type Inbox, openInbox } from '../fakes/inbox.ts';
import { converse, type Transcript } from '../fixtures/crash-conversation.ts';
import { type Seeded, seeded } from '../fixtures/seeded.ts';
import { type CrashingSammen, openCrashing } from './crashing-sammen.ts';
import { inTempFolder } from './temp-folder.ts';

const ASKERS = 5;
const AGENTS = 4;
/** The longest time a process lives before it is killed, as a share of the time a start takes on this machine. */
const MAX_LIFETIME = 0.9;

type Asker = { inbox: Inbox; random: Seeded; transcript: Transcript };

/** Several people talk with several agents while Sammen is killed `kills` times; afterwards every word must exist once. */
export const surviveCrashes = (kills: number, seed: number): Promise<void> =>
  inTempFolder(async (folder) => {
    const random = seeded(seed);
    const sammen = await openCrashing(folder, random);
    try {
      const { sandbox } = sammen;
      const agent = { principles: ['lytter-foerst'], topics: ['borgerdialog'], capacity: 1000 };
      for (let n = 0; n < AGENTS; n++) await sandbox.addPerson({ name: `Agent Nummer${n}`, unit: 'Rådhuset', agent });
      const agents = (await sandbox.agents()).map((id) => openInbox(id, sandbox));
      const askers: Asker[] = [];
      for (let n = 0; n < ASKERS; n++) {
        const asker = await sandbox.addPerson({ name: `Spørger Nummer${n}`, unit: 'Skole' });
        askers.push({
          inbox: openInbox(asker, sandbox),
          random: seeded(seed + n + 1),
          transcript: { asker, lines: [], cases: [] },
        });
      }

      let enough = false;
      const talk = async ({ inbox, random: own, transcript }: Asker): Promise<void> => {
        while (!enough) await converse({ sammen, asker: inbox, agents, random: own, transcript });
      };
      const kill = async (): Promise<void> => {
        while (!enough && sammen.counts().kills < kills) {
          await sammen.isOpen();
          await sleep(random.below(sammen.startTakes * MAX_LIFETIME));
          await sammen.kill();
        }
        enough = true;
      };
      const ending = [kill(), ...askers.map(talk)].map((work) =>
        work.catch((error: unknown) => {
          enough = true;
          throw error;
        }),
      );
      // Wait until all have ended, successfully or not, before the folder is removed.
      for (const ended of await Promise.allSettled(ending)) if (ended.status === 'rejected') throw ended.reason;

      const transcripts = askers.map(({ transcript }) => transcript);
      await waitUntilDelivered(sammen, folder);
      await assertChatsHold(sammen, [...agents, ...askers.map(({ inbox }) => inbox)], transcripts);
      await sammen.stop();
      await assertStoreHolds(folder, transcripts);
      assert.deepEqual(sammen.complaints(), []);
      const { duringStart } = sammen.counts();
      const cases = transcripts.flatMap((transcript) => transcript.cases);
      const turns = cases.flatMap((c) => c.turns);
      console.log(
        `      seed ${seed}: ${sammen.counts().kills} kills and ${duringStart} during a start; ${cases.length} cases and ${turns.length} turns, all there once`,
      );
    } catch (error) {
      console.log(`      SEED=${seed} failed`);
      throw error;
    } finally {
      await sammen.stop();
    }
  });

/** Waits until every owed message is delivered. */
const waitUntilDelivered = async (sammen: CrashingSammen, folder: string): Promise<void> => {
  const deadline = Date.now() + 60_000;
  for (;;) {
    await sammen.isOpen();
    const store = await openCopy(folder);
    const deliveries = await store?.collection<Delivery<unknown>>('deliveries', []);
    const due = await deliveries?.count({ state: 'due' });
    const cases = await store?.collection<Case>('cases', []);
    const owing = await cases?.count({ 'owes.id': { $gt: '' } });
    await store?.close();
    if (due === 0 && owing === 0) return;
    if (Date.now() > deadline) assert.fail(`${due} messages are still due and ${owing} cases still owe some`);
    await sleep(200);
  }
};

const countWith = (texts: readonly string[], mark: string): number =>
  texts.filter((text) => text.includes(mark)).length;

const assertChatsHold = async (
  sammen: CrashingSammen,
  inboxes: readonly Inbox[],
  transcripts: readonly Transcript[],
): Promise<void> => {
  const chats = new Map<string, { mine: string[]; bots: string[] }>();
  for (const inbox of inboxes) {
    await inbox.sync();
    const all = await sammen.sandbox.messages(inbox.person);
    assert.deepEqual(inbox.messages(), all, 'a client that fetches only new messages has everything');
    for (const [index, { seq }] of all.entries()) {
      assert.ok(index === 0 || seq > (all[index - 1]?.seq ?? 0), `${inbox.person}: messages ascend by seq`);
    }
    const of = (from: string) => all.filter((message) => message.from === from).map(({ text }) => text);
    chats.set(inbox.person, { mine: of('me'), bots: of('bot') });
  }
  for (const { asker, lines, cases } of transcripts) {
    const { mine = [], bots = [] } = chats.get(asker) ?? {};
    for (const { mark, acknowledged } of lines) {
      const shown = countWith(mine, mark);
      assert.ok(
        acknowledged ? shown === 1 : shown <= 1,
        `the line ${mark} is there ${shown} times, acknowledged: ${acknowledged}`,
      );
    }
    for (const c of cases) {
      const agents = chats.get(c.agent)?.bots ?? [];
      for (const mark of c.turns) {
        assert.equal(countWith(bots, mark), 1, `the turn ${mark} of ${c.id} in the asker’s chat`);
        assert.equal(countWith(agents, mark), 1, `the turn ${mark} of ${c.id} in the agent’s chat`);
      }
    }
  }
};

const assertStoreHolds = async (folder: string, transcripts: readonly Transcript[]): Promise<void> => {
  const store = await openCopy(folder);
  assert.ok(store);
  const all = async <T extends { _id: string }>(name: string): Promise<T[]> =>
    (await store.collection<T>(name, [])).find({});
  const [cases, drafts, deliveries] = [
    await all<Case>('cases'),
    await all<Draft>('drafts'),
    await all<Delivery<unknown>>('deliveries'),
  ];
  await store.close();

  const expected = transcripts.flatMap(({ asker, cases: asked }) => asked.map((c) => ({ ...c, asker })));
  assert.equal(cases.length, expected.length, 'as many cases as were sent');
  assert.equal(new Set(cases.map(({ number }) => number)).size, cases.length, 'no number twice');
  for (const conversation of expected) {
    const c = cases.find(({ _id }) => _id === conversation.id);
    assert.ok(c, `case ${conversation.id} is gone`);
    assert.deepEqual(
      c.events.map(({ kind }) => kind),
      conversation.events,
      `what happened to ${conversation.id}`,
    );
    assert.deepEqual(
      c.turns.map(({ text }) => /kode[a-z]+/.exec(text)?.[0]),
      conversation.turns,
      `what was said in ${conversation.id}`,
    );
    assert.deepEqual(
      { state: c.state, asker: c.asker, agent: c.agent },
      { state: 'closed', asker: conversation.asker, agent: conversation.agent },
    );
    assert.ok(
      c.text.includes(conversation.dilemma) && c.rating !== null && c.step?.state === 'accepted' && c.answer !== null,
    );
    assert.equal(new Set(c.receipts).size, c.receipts.length, 'each press was handled once');
    assert.deepEqual(c.owes, []);
  }
  const lines = transcripts.flatMap((transcript) => transcript.lines.map(({ mark }) => mark));
  for (const mark of lines) {
    // When a process dies, a draft may stay in the state `sending`; only the case counts.
    const open = drafts.filter((draft) => draft.text.includes(mark) && draft.state !== 'sending').length;
    const sent = cases.filter((c) => c.text.includes(mark)).length;
    assert.ok(open + sent <= 1, `the line ${mark} became ${open} drafts and ${sent} cases`);
  }
  assert.deepEqual(
    drafts.flatMap(({ owes }) => owes),
    [],
  );
  assert.deepEqual(
    deliveries
      .filter(({ state }) => state !== 'sent' && state !== 'obsolete')
      .map(({ _id, state, reason }) => ({ _id, state, reason })),
    [],
  );
};
