import './utc.ts';
import { runCommandLine } from './command-line/run-command-line.ts';
import { createTerminal } from './command-line/terminal.ts';
import { endAsFirstProcess } from './end-as-first-process.ts';
import { readEnvFile } from './settings/env-file.ts';

// The reader may close the pipe early, as in `route | head`.
process.stdout.on('error', () => process.exit(0));

endAsFirstProcess(process);
const terminal = createTerminal(process.stdin, process.stdout, process.stderr);
// While Sammen runs, the exit code stands ready for its end.
const { settings, refuseFaults } = readEnvFile(process.env);
process.exitCode = await runCommandLine(process.argv.slice(2), settings, terminal, refuseFaults);
