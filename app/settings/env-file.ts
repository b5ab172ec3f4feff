import { isUtf8 } from 'node:buffer';
import { MendableError } from '../../bot/mendable-error.ts';
import { codeOf, readOrdinaryFile } from '../read-ordinary-file.ts';
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
const MAX_SETTINGS_BYTES = 1e6;

/**
 * Reads the file of settings: `.env` in the folder that Sammen is started in, where there is one, or the one that
 * `ENV_FILE` names. What the environment sets wins over it.
 */
export const readEnvFile = (env: Environment): EnvFile => {
  const named = env.ENV_FILE?.trim();
  const path = named || OTHERWISE;
  const bytes = bytesOf(path);
  if (typeof bytes === 'string') {
    const isFault = bytes !== 'ENOENT' || named !== undefined;
    return { settings: env, refuseFaults: () => refuse(isFault ? [notRead(path, bytes)] : []) };
  }
  const { settings, faults } = parseEnvFile(bytes, path);
  return { settings: { ...settings, ...env }, refuseFaults: () => refuse(faults) };
};

/** What stands in the file, or the code that says why it cannot be read. */
const bytesOf = (path: string): Buffer | string => {
  try {
    return readOrdinaryFile(path, MAX_SETTINGS_BYTES);
  } catch (error) {
    return codeOf(error);
  }
};

const refuse = (faults: readonly string[]): void => {
  if (faults.length > 0) throw new EnvFileFault(faults.join('\n'));
};

const notRead = (path: string, code: string): string => {
  if (code === 'ENOENT') return `${path} is not there. Give the path of your file of settings in ENV_FILE.`;
  if (code === 'EISDIR')
    return `${path} is a folder, but is to be a file of settings. Move it, or name a file in ENV_FILE.`;
  if (code === 'LINK_TO_NOWHERE')
    return `${path} is a link to a file that is not there. Mend the link, or give the path of your file of settings in ENV_FILE.`;
  if (code === 'NO_ORDINARY_FILE')
    return `${path} is a pipe, a device or something else that is no ordinary file. Give the path of your file of settings in ENV_FILE.`;
  if (code === 'TOO_LARGE') return `${path} is larger than 1 MB. Check that it is the right file.`;
  if (code === 'EACCES' || code === 'EPERM')
    return `${path} may not be read by the user that Sammen runs as. Give that user the right to read it.`;
  return `${path} cannot be read (${code}).`;
};

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
const NO_SETTING = 'is no setting. Write NAME=value, or begin the line with # for a note.';
const NOT_UTF8 = 'is not saved as UTF-8. Save it anew as UTF-8 (in Notepad: "Encoding").';

/**
 * Reads a setting a line, as Node and Docker Compose do, and names the lines that they would read in different ways, cut
 * or leave out. Faults hold no values.
 */
export const parseEnvFile = (bytes: Buffer, path: string): { settings: Environment; faults: string[] } => {
  if (bytes.includes(0) || !isUtf8(bytes)) return { settings: {}, faults: [`${path} ${NOT_UTF8}`] };
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  const settings = new Map<string, string>();
  const lineOf = new Map<string, number>();
  const faults: string[] = [];
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    if (/^\s*(?:#|$)/.test(line)) continue;
    const number = index + 1;
    const fault = (says: string): void => void faults.push(`${path}, line ${number}: ${says}`);
    const [, name = '', written = ''] = /^\s*(?:export\s+)?([^=]*?)\s*=(.*)$/.exec(line) ?? [];
    if (!NAME.test(name)) {
      fault(NO_SETTING);
      continue;
    }
    const before = lineOf.get(name);
    if (before !== undefined) fault(`${name} stands in line ${before} already. Keep one of them.`);
    lineOf.set(name, number);
    const read = readValue(written);
    if ('fault' in read) fault(`${name} ${read.fault}`);
    else settings.set(name, read.value);
  }
  return { settings: Object.fromEntries(settings), faults };
};

/** Single quotes first: nothing is read into what stands in them. */
const QUOTES = ["'", '"', '`'];

/** What stands behind the `=`, without its quotes and the note behind it. */
const readValue = (written: string): { value: string } | { fault: string } => {
  const text = written.trim();
  const quote = QUOTES.find((one) => text.startsWith(one));
  if (quote === undefined) return readPlain(written);
  const end = text.indexOf(quote, 1);
  if (end < 0) return { fault: `begins with ${quote}, which is never closed. Close it in the same line.` };
  const [value, behind] = [text.slice(1, end), text.slice(end + 1)];
  if (!/^\s*(?:#|$)/.test(behind))
    return {
      fault: `goes on behind the closing ${quote}, and that would be lost. Put it in quotes that it does not hold.`,
    };
  if (quote === '"' && value.includes('\\n'))
    return { fault: 'holds \\n in double quotes, which means a new line there. Put the value in single quotes.' };
  return { value };
};

const readPlain = (written: string): { value: string } | { fault: string } => {
  const text = written.trim();
  if (/^[\u201c-\u201f\u2018-\u201b\u00ab\u00bb\u00b4]/.test(text))
    return { fault: `begins with ${text.charAt(0)}, which is no straight quotation mark. Write " or ', or none.` };
  if (/\S#/.test(written) || written.startsWith('#'))
    return { fault: 'holds a # outside quotes, and what follows would be lost. Put the value in quotes.' };
  return { value: text.replace(/\s+#.*$|^#.*$/, '') };
};

/** One line of a file of settings, which is read back as this value; null for a value that no line can hold. */
export const envLine = (name: string, value: string): string | null => {
  if (/^[\w./:@,+=-]*$/.test(value)) return `${name}=${value}`;
  const lines = QUOTES.map((quote) => `${name}=${quote}${value}${quote}`);
  return lines.find((line) => parseEnvFile(Buffer.from(line), '').settings[name] === value) ?? null;
};
