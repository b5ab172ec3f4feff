import type { Deps } from '../../../bot/deps.ts';

/** What a process that dies says. */
export class Killed extends Error {}

type Port = Exclude<keyof Deps, 'clock' | 'classify' | 'platforms' | 'library' | 'teamQuestions'>;

/** The needs as they are, until the process dies: instead of the call with this number to any of these ports. */
export const dyingAt = (call: number, deps: Deps, ports: readonly Port[]): Deps => {
  let calls = 0;
  const dying = <T extends object>(port: T): T =>
    new Proxy(port, {
      get: (target, name) => {
        const method: unknown = Reflect.get(target, name);
        if (typeof method !== 'function') return method;
        return async (...args: unknown[]) => {
          calls++;
          if (calls >= call) throw new Killed();
          return method.apply(target, args) as unknown;
        };
      },
    });
  return { ...deps, ...Object.fromEntries(ports.map((port) => [port, dying(deps[port])])) };
};
