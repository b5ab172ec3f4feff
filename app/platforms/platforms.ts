import type { SlackSettings } from '../../adapters/slack/create-slack-adapter.ts';
import type { TeamsSettings } from '../../adapters/teams/settings.ts';
import { PLATFORMS, type Platform } from '../../bot/platform.ts';
import type { Finding, Reach } from '../check/finding.ts';
import type { AppContext } from '../context.ts';
import { timedBot } from '../metrics/timed-bot.ts';
import type { Complaints, Given } from '../settings/given.ts';
import { createPersonLimit } from './person-limit.ts';
import type { Ground, OpenPlatform, PlatformModule, PluggedIn, Wires } from './platform-module.ts';
import { sandbox } from './sandbox/sandbox.ts';
import { slack } from './slack/slack.ts';
import { teams } from './teams/teams.ts';

/** The settings of each platform. `local`: Teams accepts requests without tokens from programs on this machine. */
type Settings = { sandbox: 'on'; teams: TeamsSettings | 'local'; slack: SlackSettings };

/** Null for a platform that is off. */
export type PlatformSettings = { [P in Platform]: Settings[P] | null };

/** All platforms. A platform without a module does not compile. */
const MODULES: { [P in Platform]: PlatformModule<Settings[P]> } = { sandbox, teams, slack };

export const moduleOf = <P extends Platform>(platform: P): PlatformModule<Settings[P]> => MODULES[platform];

export const isAnyGiven = (given: Given): boolean => PLATFORMS.some((platform) => moduleOf(platform).isGiven(given));

export const readPlatforms = (given: Given, sandbox: boolean, complaints: Complaints): PlatformSettings => {
  const read = <P extends Platform>(platform: P) => moduleOf(platform).readSettings(given, sandbox, complaints);
  return { sandbox: read('sandbox'), teams: read('teams'), slack: read('slack') };
};

/** Tries the credentials of every platform that is on. */
export const checkPlatforms = async (settings: PlatformSettings, reach: Reach): Promise<Finding[]> => {
  const check = async <P extends Platform>(platform: P): Promise<Finding[]> => {
    const own: Settings[P] | null = settings[platform];
    return own === null ? [] : moduleOf(platform).check(own, reach);
  };
  return (await Promise.all(PLATFORMS.map(check))).flat();
};

/** Opens the platforms that are on. */
export const openPlatforms = async (
  settings: PlatformSettings,
  ground: Ground,
): Promise<Map<Platform, OpenPlatform>> => {
  const open = async <P extends Platform>(platform: P): Promise<OpenPlatform | null> => {
    const own: Settings[P] | null = settings[platform];
    return own === null ? null : moduleOf(platform).open(own, ground);
  };
  const opened = new Map<Platform, OpenPlatform>();
  for (const platform of PLATFORMS) {
    const openPlatform = await open(platform);
    if (openPlatform !== null) opened.set(platform, openPlatform);
  }
  return opened;
};

export const plugIn = async (
  opened: ReadonlyMap<Platform, OpenPlatform>,
  context: AppContext,
  wires: Omit<Wires, 'onFault' | 'isTooFast'>,
): Promise<Map<Platform, PluggedIn>> => {
  const pluggedIn = new Map<Platform, PluggedIn>();
  const isTooFast = createPersonLimit();
  for (const [platform, openPlatform] of opened) {
    const { displayName } = moduleOf(platform);
    const onFault = (error: unknown) => context.faults.note('turn', `a turn in ${displayName} had a fault`, error);
    const bot = timedBot(wires.bot, platform, context.metrics);
    pluggedIn.set(platform, await openPlatform.plugIn(context, { ...wires, bot, isTooFast, onFault }));
  }
  return pluggedIn;
};
