import type { Command } from './command.ts';
import { importPeople } from './import-people.ts';
import { journal } from './journal.ts';
import { migrate } from './migrate.ts';
import { previewNudge } from './preview-nudge.ts';
import { rebuildRollups } from './rebuild-rollups.ts';
import { route } from './route.ts';
import { start } from './start.ts';

export const COMMANDS = {
  start,
  route,
  journal,
  'import-people': importPeople,
  'preview-nudge': previewNudge,
  'rebuild-rollups': rebuildRollups,
  migrate,
} as const satisfies Record<string, Command>;
export type CommandName = keyof typeof COMMANDS;
export const isCommand = (name: string): name is CommandName => Object.hasOwn(COMMANDS, name);
