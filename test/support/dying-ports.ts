import type { Needs } from '../../bot/needs.ts';

/** What a process that dies says. */
export class Killed extends Error {}

type Port = Exclude<keyof Needs, 'clock' | 'classify' | 'platforms' | 'library' | 'teamQuestions'>;

/** The needs as they are, until the process dies: instead of the call with this number to any of these ports. */
export const dyingAt = (call: number, needs: Needs, ports: readonly Port[]): Needs => {
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
  return { ...needs, ...Object.fromEntries(ports.map((port) => [port, dying(needs[port])])) };
};
