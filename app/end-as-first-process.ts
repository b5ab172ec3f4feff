/** What a shell reports for a process that a signal ended: 128 and the signal's number. */
const CODES = { SIGINT: 130, SIGTERM: 143 } as const;

type Process = Pick<NodeJS.Process, 'pid' | 'on' | 'listenerCount' | 'exit'>;

/**
 * As process 1 of a container Sammen ends on a signal that nobody else listens to, as any other process does by itself:
 * during a start that migrates for minutes, or in a command. The kernel ends process 1 on no signal that it does not take.
 */
export const endAsFirstProcess = (self: Process): void => {
  if (self.pid !== 1) return;
  for (const name of ['SIGINT', 'SIGTERM'] as const)
    self.on(name, () => {
      if (self.listenerCount(name) === 1) self.exit(CODES[name]);
    });
};
