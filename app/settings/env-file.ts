import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { MendableError } from '../../bot/mendable-error.ts';
import type { Environment } from './config.ts';

/** The file with settings cannot be read, or not without guessing. */
class EnvFileFault extends MendableError {
  override readonly name = 'EnvFileFault';
}

export type EnvFile = {
  /** What stands in the file and can be read. */
  settings: Environment;
  /** @throws EnvFileFault when something in it cannot be read; nobody should start on half a file */
  refuseFaults(): void;
};

const OTHERWISE = '.env';

/**
 * Reads the file of settings: `.env` in the folder that Sammen is started in, where there is one, or the one that
 * `ENV_FILE` names. What the environment sets wins over it.
 */
export const readEnvFile = (env: Environment): EnvFile => {
  const named = env.ENV_FILE?.trim();
  const path = named || OTHERWISE;
  try {
    const { settings, faults } = parseEnvFile(readFileSync(path), path);
    return { settings: { ...settings, ...env }, refuseFaults: () => refuse(faults) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === '') throw error;
    const isFault = code !== 'ENOENT' || named !== undefined;
    return { settings: env, refuseFaults: () => refuse(isFault ? [notRead(path, code)] : []) };
  }
};

const refuse = (faults: readonly string[]): void => {
  if (faults.length > 0) throw new EnvFileFault(faults.join('\n'));
};

const notRead = (path: string, code: string): string => {
  if (code === 'ENOENT') return `${path} is not there. Give the path of your file of settings in ENV_FILE.`;
  if (code === 'EISDIR')
    return `${path} is a folder, but is to be a file of settings. Move it, or name a file in ENV_FILE.`;
  if (code === 'EACCES' || code === 'EPERM')
    return `${path} may not be read by the user that Sammen runs as. Give that user the right to read it.`;
  return `${path} cannot be read (${code}).`;
};

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
const QUOTES = ['"', "'", '`'];

/** Reads as Node does, and names the lines where Node would silently leave out or cut a value. Faults hold no values. */
export const parseEnvFile = (bytes: Buffer, path: string): { settings: Environment; faults: string[] } => {
  if (bytes.includes(0))
    return { settings: {}, faults: [`${path} is not saved as UTF-8. Save it anew as UTF-8 (in Notepad: "Encoding").`] };
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  return { settings: parseEnv(text), faults: faultsIn(text, path) };
};

const faultsIn = (text: string, path: string): string[] => {
  const faults: string[] = [];
  const seen = new Map<string, number>();
  let open: { quote: string; line: number } | null = null;
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const number = index + 1;
    const fault = (says: string): void => void faults.push(`${path}, line ${number}: ${says}`);
    if (open !== null) {
      if (line.includes(open.quote)) open = null;
      continue;
    }
    if (/^\s*(?:#|$)/.test(line)) continue;
    const [, name = '', value = ''] = /^\s*(?:export\s+)?([^=]*?)\s*=\s*(.*)$/.exec(line) ?? [];
    if (!NAME.test(name)) {
      fault('is no setting. Write NAME=value, or begin the line with # for a note.');
      continue;
    }
    const before = seen.get(name);
    if (before !== undefined) fault(`${name} stands in line ${before} already. Keep one of them.`);
    seen.set(name, number);
    const quote = QUOTES.find((one) => value.startsWith(one));
    if (quote !== undefined && !value.slice(1).includes(quote)) open = { quote, line: number };
    else if (quote === undefined && /\S#/.test(value))
      fault(`${name} holds a # outside quotes, and what follows would be lost. Put the value in quotes.`);
  }
  if (open !== null)
    faults.push(`${path}, line ${open.line}: begins with ${open.quote}, which is never closed. Close it.`);
  return faults;
};

/** One line of a file of settings, which is read back as this value. It must hold no line break. */
export const envLine = (name: string, value: string): string => {
  if (/^[\w./:@,+=-]*$/.test(value)) return `${name}=${value}`;
  const quote = QUOTES.find((one) => !value.includes(one)) ?? '"';
  return `${name}=${quote}${value}${quote}`;
};
