import { audit } from './audit.ts';
import { backup, restore } from './backup.ts';
import { check } from './check.ts';
import { deadLetters } from './dead-letters.ts';
import type { Declaration } from './declare.ts';
import { exportErasures, repeatErasures } from './erasures.ts';
import { examples } from './examples.ts';
import { hold, release } from './hold.ts';
import { importPeople } from './import-people.ts';
import { init } from './init.ts';
import { journal } from './journal.ts';
import { manifest } from './manifest.ts';
import { migrate } from './migrate.ts';
import { newIdKey } from './new-id-key.ts';
import { pauseSending, resumeSending } from './pause-sending.ts';
import { previewNudge } from './preview-nudge.ts';
import { rebuildRollups } from './rebuild-rollups.ts';
import { retention } from './retention.ts';
import { route } from './route.ts';
import { setupLink } from './setup-link.ts';
import { start } from './start.ts';
import { takeOut } from './take-out.ts';

/** Every command of the command line, in the order of the help. */
export const COMMANDS = {
  start,
  init,
  check,
  'setup-link': setupLink,
  manifest,
  'import-people': importPeople,
  route,
  journal,
  'take-out': takeOut,
  hold,
  release,
  examples,
  'preview-nudge': previewNudge,
  'dead-letters': deadLetters,
  'pause-sending': pauseSending,
  'resume-sending': resumeSending,
  audit,
  'rebuild-rollups': rebuildRollups,
  retention,
  backup,
  restore,
  'export-erasures': exportErasures,
  'repeat-erasures': repeatErasures,
  migrate,
  'new-id-key': newIdKey,
} as const satisfies Record<string, Declaration>;
export type CommandName = keyof typeof COMMANDS;
export const isCommand = (name: string): name is CommandName => Object.hasOwn(COMMANDS, name);
