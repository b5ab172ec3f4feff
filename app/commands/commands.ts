import type { Command } from './command.ts';

type Entry = {
  usage: string;
  purpose: string;
  /** A command is loaded when it is called, because what another needs takes long to load. */
  load(): Promise<Command>;
};

/** Every command of the command line. */
export const COMMANDS = {
  start: {
    usage: 'start [--demo-years 2]',
    purpose: 'runs Sammen until it is stopped; a sandbox may be filled with years of a made-up workplace first',
    load: async () => (await import('./start.ts')).start,
  },
  route: {
    usage: 'route < FILE.ndjson',
    purpose: 'says for each {"id","text"} which agent it would go to, and why; changes nothing',
    load: async () => (await import('./route.ts')).route,
  },
  journal: {
    usage: 'journal CASE',
    purpose: 'prints what happened to the case with this number, and when',
    load: async () => (await import('./journal.ts')).journal,
  },
  examples: {
    usage: 'examples [--approve ID,ID]',
    purpose:
      'prints the dilemmas whose principle or topic a person corrected, without names, for an administrator to read; --approve adds those to content/examples.ndjson, from which Sammen learns at its next start',
    load: async () => (await import('./examples.ts')).examples,
  },
  'import-people': {
    usage: 'import-people FILE.csv [--dry-run] [--skip-bad] [--let-them-go] [--as-new]',
    purpose:
      'takes the municipality’s list of people: shows who is new, moved, changed and gone, and names every bad row; makes a new store when there is none',
    load: async () => (await import('./import-people.ts')).importPeople,
  },
  'preview-nudge': {
    usage: 'preview-nudge [WEEK]',
    purpose: 'prints what the next week brings, or a week such as 2026-W50, and how many get it',
    load: async () => (await import('./preview-nudge.ts')).previewNudge,
  },
  'rebuild-rollups': {
    usage: 'rebuild-rollups',
    purpose: 'sums the closed weeks of the report anew from their facts',
    load: async () => (await import('./rebuild-rollups.ts')).rebuildRollups,
  },
  'dead-letters': {
    usage: 'dead-letters [--retry]',
    purpose:
      'lists the messages that did not go out, and why, without text or names; --retry sends what still holds again (with the embedded store only while Sammen is stopped)',
    load: async () => (await import('./dead-letters.ts')).deadLetters,
  },
  'pause-sending': {
    usage: 'pause-sending',
    purpose: 'holds back all messages until resume-sending; people are still heard, and nothing is lost',
    load: async () => (await import('./pause-sending.ts')).pauseSending,
  },
  'resume-sending': {
    usage: 'resume-sending',
    purpose: 'sends what pause-sending held back, in order, and everything after it',
    load: async () => (await import('./pause-sending.ts')).resumeSending,
  },
  'new-id-key': {
    usage: 'new-id-key --yes',
    purpose:
      'drops the key that ids are made with, when the SECRET it was locked with is lost and Sammen does not start; whoever was erased and comes back is then welcomed again',
    load: async () => (await import('./new-id-key.ts')).newIdKey,
  },
  migrate: {
    usage: 'migrate',
    purpose: 'carries the store in DATA_DIR over to the empty database in MONGODB_URI; Sammen must be stopped',
    load: async () => (await import('./migrate.ts')).migrate,
  },
} as const satisfies Record<string, Entry>;
export type CommandName = keyof typeof COMMANDS;
export const isCommand = (name: string): name is CommandName => Object.hasOwn(COMMANDS, name);
