import type { Environment, RunningSammen } from './running-sammen.ts';

/** A running Sammen that a test need not kill. */
export type SammenHere = Pick<RunningSammen, 'dataDir' | 'url' | 'printed'> & {
  stop(): Promise<{ code: number | null; err: string }>;
};

/**
 * Starts Sammen on a free port in this process: with all its parts, and real requests over HTTP. A process of its own
 * would take a second for each; `startSammen` in `running-sammen.ts` starts one for tests that kill it, or look at how
 * it ends.
 */
export const startHere = async (dataDir: string, env: Environment = {}): Promise<SammenHere> => {
  // On demand: a test that starts a process of its own needs none of them.
  const [{ readConfig }, { createLog }, { startSammen }] = await Promise.all([
    import('../../../app/settings/config.ts'),
    import('../../../app/log.ts'),
    import('../../../app/start-sammen.ts'),
  ]);
  const printed = { out: '', err: '' };
  const config = readConfig({ DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'warn', ...env });
  const log = createLog(config, {
    write: (line) => {
      printed.err += line;
    },
  });
  const running = await startSammen(config, log);
  return {
    dataDir,
    url: running.url.replace(/\/$/, ''),
    printed: () => ({ ...printed }),
    stop: async () => {
      await running.stop();
      return { code: 0, err: printed.err };
    },
  };
};
