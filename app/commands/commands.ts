import type { Command } from './command.ts';
import { journal } from './journal.ts';
import { route } from './route.ts';
import { start } from './start.ts';

export const COMMANDS = { start, route, journal } as const satisfies Record<string, Command>;
export type CommandName = keyof typeof COMMANDS;
export const isCommand = (name: string): name is CommandName => Object.hasOwn(COMMANDS, name);
