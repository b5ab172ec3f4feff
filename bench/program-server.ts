import '../test/support/processes/without-microsoft.ts';
import { createLog } from '../app/log.ts';
import { readConfig } from '../app/settings/config.ts';
import { startSammen } from '../app/start-sammen.ts';

// The whole program in its own process. Its argument is its environment as JSON; it sends its address to the parent.
const env: Record<string, string> = JSON.parse(process.argv[2] ?? '{}');
const config = readConfig(env);
await startSammen(config, createLog(config));
process.send?.(`http://127.0.0.1:${env.PORT}`);
