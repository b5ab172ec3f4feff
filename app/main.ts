import './utc.ts';
import { runCommandLine } from './command-line.ts';

// The reader may close the pipe early, as in `route | head`.
process.stdout.on('error', () => process.exit(0));

// While Sammen runs, the exit code stands ready for its end.
process.exitCode = await runCommandLine(process.argv.slice(2), process.env, {
  input: process.stdin,
  print: (line) => void process.stdout.write(`${line}\n`),
  warn: (line) => void process.stderr.write(`${line}\n`),
});
