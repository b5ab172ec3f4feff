import { setTimeout as pause } from 'node:timers/promises';
import type { People, PersonLookup } from '../../bot/people/port.ts';
import type { Platform } from '../../bot/platform.ts';
import { SECOND } from '../../bot/time/units.ts';
import type { PluggedIn } from './platform-module.ts';

/** How long somebody who presses Send waits for a platform; what it answers later is stored all the same. */
const WITHIN_MS = 2 * SECOND;

type Lookup = PersonLookup & {
  /** From now on these platforms are asked; before, nobody is. */
  connect(platforms: ReadonlyMap<Platform, Pick<PluggedIn, 'lookAgain'>>): void;
};

/** Asks platforms about somebody's accounts. It exists before the platforms, which need the bot. */
export const createAccountLookup = (people: Pick<People, 'get'>, onFault: (error: unknown) => void): Lookup => {
  let platforms: ReadonlyMap<Platform, Pick<PluggedIn, 'lookAgain'>> = new Map();
  return {
    connect: (opened) => {
      platforms = opened;
    },
    lookAgain: async (id) => {
      const before = (await people.get(id))?.addresses ?? [];
      const looking = before.map(({ platform, id: account }) => platforms.get(platform)?.lookAgain?.(account));
      if (looking.every((one) => one === undefined)) return false;
      const enough = new AbortController();
      const looked = Promise.all(looking).catch(onFault);
      await Promise.race([looked, pause(WITHIN_MS, undefined, { signal: enough.signal }).catch(() => undefined)]);
      enough.abort();
      return ((await people.get(id))?.addresses ?? []).length < before.length;
    },
  };
};
