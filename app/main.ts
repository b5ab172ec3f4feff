import './utc.ts';
import { runCommandLine } from './command-line/run-command-line.ts';
import { createTerminal } from './command-line/terminal.ts';
import { endAsFirstProcess } from './end-as-first-process.ts';
import { outliveOutputFaults } from './output-faults.ts';
import { readEnvFile } from './settings/env-file.ts';

outliveOutputFaults(process.stdout, process.stderr, () => {
  process.exitCode ||= 1;
});

endAsFirstProcess(process);
const terminal = createTerminal(process.stdin, process.stdout, process.stderr);
const { settings, refuseFaults } = readEnvFile(process.env);
const code = await runCommandLine(process.argv.slice(2), settings, terminal, refuseFaults);
// While Sammen runs, the exit code stands ready for its end. The one for lost output stays where the work went well.
process.exitCode = code || process.exitCode || 0;
