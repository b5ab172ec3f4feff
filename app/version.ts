import { readFileSync } from 'node:fs';

/** Beside `app/`, also in the build. */
const PACKAGE = new URL('../package.json', import.meta.url);

const { version }: { version: string } = JSON.parse(readFileSync(PACKAGE, 'utf8'));

/** The version of this Sammen, such as "1.0.0". */
export const VERSION = version;
