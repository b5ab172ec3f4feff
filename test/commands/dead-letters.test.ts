import assert from 'node:assert/strict';
import { openEmbedded } from '../../adapters/store/embedded/open-embedded.ts';
import type { CommandName } from '../../app/command-line/commands.ts';
import { runCommand } from '../../app/command-line/run-command-line.ts';
import { openStore, type Store } from '../../app/open-store.ts';
import { deliveryId, personId } from '../../bot/ids.ts';
import type { Outcome } from '../../outbox/ports.ts';
import { anOwed } from '../support/fixtures/builders.ts';
import { aTerminal } from '../support/processes/command-here.ts';
import { tempFolder } from '../support/processes/temp-folder.ts';

const SECRET = 'Naboen truer mig';
const to = personId('anna-asks');

const ENDS: Record<string, Outcome> = {
  blocked: { state: 'unreachable', reason: 'Teams answered 403: MessageWritesBlocked', undelivered: to },
  'too-long': { state: 'failed', reason: 'Slack answered msg_too_long', undelivered: to },
  shut: { state: 'due', tryAt: new Date('2100-01-01'), reason: 'shut out', heldOn: 'slack', uncounted: true },
  busy: { state: 'due', tryAt: new Date('2100-01-01'), reason: 'Teams answered\n503', failingSince: new Date() },
  fine: { state: 'sent', at: new Date() },
  dropped: { state: 'obsolete' },
};

describe('the commands about messages that did not go out', () => {
  let folder: Awaited<ReturnType<typeof tempFolder>>;
  beforeEach(async () => {
    folder = await tempFolder();
  });
  afterEach(() => folder.remove());

  const inStore = async <T>(work: (store: Store) => Promise<T>): Promise<T> => {
    const database = await openEmbedded(folder.path);
    try {
      return await work(await openStore(database, 'sandbox'));
    } finally {
      await database.close();
    }
  };
  const run = async (name: CommandName, ...args: string[]): Promise<string> => {
    const { terminal, printed } = aTerminal();
    await runCommand([name, ...args], { DATA_DIR: folder.path }, terminal);
    return printed.out;
  };
  const fill = (): Promise<void> =>
    inStore(async ({ deliveries, holds }) => {
      const lease = new Date(Date.now() + 15_000);
      for (const [id, outcome] of Object.entries(ENDS)) {
        const say = { kind: 'reply', reply: { kind: 'now-agent', by: SECRET } } as const;
        const manner = id === 'busy' ? 'quiet' : 'ping';
        await deliveries.add(anOwed({ id: deliveryId(id), to, say, manner, notBefore: new Date() }));
        await deliveries.claim(deliveryId(id), 'me', new Date(), lease);
        await deliveries.finish(deliveryId(id), 'me', outcome);
      }
      const since = new Date('2026-11-28T09:00:00Z');
      await holds.add({ queue: 'slack', since, reason: 'token_revoked', probes: 2, probeAt: since, told: true });
    });
  const states = () =>
    inStore(async ({ deliveries }) => {
      const found = await deliveries.statesOf(Object.keys(ENDS).map(deliveryId));
      return Object.fromEntries([...found].map(([id, { state }]) => [id, state]));
    });

  it('dead-letters lists them with their reasons, and neither text nor names', async () => {
    await fill();
    const lines = (await run('dead-letters')).trimEnd().split('\n');
    assert.match(lines[0] ?? '', /^slack is held since 2026-11-28T09:00:00.000Z.*token_revoked/);
    assert.match(lines[1] ?? '', /^id +kind +platform +state +age +attempts +reason$/);
    assert.deepEqual(
      lines.slice(2, -1).map((line) => line.split(/ {2,}/)),
      [
        ['blocked', 'reply', 'teams', 'undeliverable', '0 min', '1', 'Teams answered 403: MessageWritesBlocked'],
        ['too-long', 'reply', 'slack', 'failed', '0 min', '1', 'Slack answered msg_too_long'],
        ['shut', 'reply', 'slack', 'waiting', '0 min', '0', 'shut out'],
        ['busy', 'reply (update)', 'teams', 'retrying', '0 min', '1', 'Teams answered 503'],
      ],
    );
    assert.ok(!lines.join().includes(SECRET) && !lines.join().includes(to), lines.join('\n'));
  });

  it('dead-letters --retry makes them due again, and says how many', async () => {
    await fill();
    assert.match(await run('dead-letters', '--retry'), /^4 messages are due again/);
    assert.deepEqual(await states(), {
      blocked: 'on-its-way',
      'too-long': 'on-its-way',
      shut: 'waiting',
      busy: 'on-its-way',
      fine: 'sent',
      dropped: 'obsolete',
    });
    const due = await inStore(async ({ deliveries }) => deliveries.due(new Date(), new Date('2100-01-01')));
    assert.equal(due.ready.length, 1, 'one after the other, and none waits');
  });

  it('say so when there is nothing', async () => {
    await inStore(async () => undefined);
    assert.equal(await run('dead-letters'), 'Every message went out.\n');
    assert.equal(await run('dead-letters', '--retry'), 'There is nothing to send again.\n');
  });

  it('pause-sending and resume-sending say what they did, and dead-letters says that it is paused', async () => {
    await inStore(async () => undefined);
    assert.match(await run('pause-sending'), /^Sending is paused\. Nothing is lost/);
    assert.match(await run('pause-sending'), /^Sending is paused already, since 20/);
    assert.match(await run('dead-letters'), /^All sending is paused since 20/);
    assert.match(await run('resume-sending'), /^Sending goes on/);
    assert.match(await run('resume-sending'), /^Sending was not paused/);
  });

  it('read while Sammen runs on the embedded store, and refuse to write then', async () => {
    await fill();
    await inStore(async () => {
      assert.match(await run('dead-letters'), /blocked/);
      for (const args of [['dead-letters', '--retry'], ['pause-sending'], ['resume-sending']] as const)
        await assert.rejects(run(args[0], ...args.slice(1)), { name: 'StoreInUse' });
    });
  });

  for (const [name, args] of [
    ['dead-letters', ['--all']],
    ['dead-letters', ['--retry', 'now']],
    ['pause-sending', ['teams']],
    ['resume-sending', ['teams']],
  ] as const)
    it(`refuse what they do not know: ${name} ${args.join(' ')}`, () =>
      assert.rejects(run(name, ...args), { name: 'UsageError' }));
});
