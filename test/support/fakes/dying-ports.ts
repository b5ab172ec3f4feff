import type { Deps } from '../../../bot/deps.ts';

/** Thrown in place of a port call when the simulated process dies. */
export class Killed extends Error {}

type Port = Exclude<
  keyof Deps,
  | 'clock'
  | 'classify'
  | 'classifyWithHelp'
  | 'usesEmbeddings'
  | 'platforms'
  | 'library'
  | 'teamQuestions'
  | 'fieldOf'
  | 'townFeed'
  | 'storySearch'
  | 'roster'
>;

/** Wraps the deps so that the process dies instead of making the call with this number, counted over all these ports. */
export const dieAtCall = (call: number, deps: Deps, ports: readonly Port[]): Deps => {
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
