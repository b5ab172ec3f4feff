import type { Deps } from '../../bot/deps.ts';
import { platformToldId, setAsideToldId } from '../../bot/messages/ids.ts';
import { ping } from '../../bot/messages/owed.ts';
import type { Reply } from '../../bot/notices.ts';
import type { Person } from '../../bot/people/person.ts';
import type { Hold } from '../../outbox/ports.ts';

/** Tells whoever runs Sammen what only they can mend. Safe to repeat. */
export type Alarm = {
  onHeld(hold: Hold): Promise<void>;
  onFreed(hold: Hold): Promise<void>;
  /** @param reason without anything that people wrote */
  onSetAside(delivery: string, reason: string): Promise<void>;
};

type AlarmDeps = {
  deps: Pick<Deps, 'people' | 'outbox' | 'clock' | 'time' | 'platforms'>;
  log: { error(about: object, line: string): void };
};

/** Logs at error, and writes to the admins: about a platform that is shut, in their chat on another one. */
export const createAlarm = ({ deps, log }: AlarmDeps): Alarm => {
  const { people, outbox, clock, time, platforms } = deps;
  const admins = () => people.withRole('admin');
  const reachableBeside = ({ queue }: Hold, { addresses }: Person): boolean =>
    addresses.some(({ platform }) => platform !== queue && platforms.includes(platform));
  const replying = (reply: Reply) => ({ kind: 'reply', reply }) as const;
  return {
    onHeld: async (hold) => {
      const { queue: platform, since, reason } = hold;
      log.error({ platform, since, reason }, `SENDING IS HELD: ${platform} shuts Sammen out; its messages wait`);
      const say = replying({ kind: 'admin-sending', platform, state: 'held', reason });
      await outbox.add(
        (await admins())
          .filter((admin) => reachableBeside(hold, admin))
          .map(({ _id }) => ping(platformToldId('held', platform, since, _id), _id, say, clock())),
      );
    },
    onFreed: async ({ queue: platform, since }) => {
      log.error({ platform, since }, `SENDING GOES ON: ${platform} lets Sammen in again`);
      const say = replying({ kind: 'admin-sending', platform, state: 'freed' });
      await outbox.add(
        (await admins()).map(({ _id }) => ping(platformToldId('freed', platform, since, _id), _id, say, clock())),
      );
    },
    onSetAside: async (delivery, reason) => {
      log.error({ delivery, reason }, 'A MESSAGE WAS SET ASIDE: Sammen could not compose it');
      const say = replying({ kind: 'admin-set-aside', reason });
      const now = clock();
      await outbox.add(
        (await admins()).map(({ _id }) => ping(setAsideToldId(time.localDate(now), _id), _id, say, now)),
      );
    },
  };
};
