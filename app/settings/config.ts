import { MendableError } from '../../bot/mendable-error.ts';
import { isAnyGiven, type PlatformSettings, readPlatforms } from '../platforms/platforms.ts';
import { adminsSetting } from './admins-setting.ts';
import { calendarSetting } from './calendar-setting.ts';
import { contentDirSetting } from './content-dir-setting.ts';
import { embeddingsSetting } from './embeddings-setting.ts';
import { type Complaints, givenIn } from './given.ts';
import { misspeltSettings } from './misspelt-settings.ts';
import { mongodbSetting } from './mongodb-setting.ts';
import { organisationSetting } from './organisation-setting.ts';
import { publicUrlSetting } from './public-url-setting.ts';
import { quotedSettings } from './quoted-settings.ts';
import { isSandbox } from './sandbox-setting.ts';
import { type Secrets, secretsSetting } from './secrets-setting.ts';

/** The settings in the environment, all checked: faults are reported together, each with how to mend it. */
export type Config = Secrets & {
  sandbox: boolean;
  port: number;
  host: string;
  dataDir: string;
  /** Null: the embedded store in `dataDir`. */
  mongodbUri: string | null;
  /** May be null in the sandbox, which then uses the address it listens on. */
  publicUrl: string | null;
  logLevel: (typeof LOG_LEVELS)[number];
  /** Null in the sandbox only: the invented file that comes with Sammen. */
  organisationFile: string | null;
  /** The folder with the municipality's own content files; null: it has none. */
  contentDir: string | null;
  admins: readonly string[];
  /** The town's calendar: an address, or the path of a file. Null: nudges name no events. */
  calendar: URL | string | null;
  /** Null: agents are found without. */
  embeddingsUrl: URL | null;
  platforms: PlatformSettings;
  /** What is unwise or probably misspelt, each with its mend; Sammen starts all the same. */
  warnings: readonly string[];
};

export class ConfigurationError extends MendableError {
  override readonly name = 'ConfigurationError';
  readonly faults: readonly string[];
  /** What would have been warned of, had it started. */
  readonly warnings: readonly string[];
  constructor(faults: readonly string[], warnings: readonly string[] = []) {
    super(
      `Sammen cannot start. ${faults.length === 1 ? 'One setting needs' : `${faults.length} settings need`} mending:\n${faults.map((fault) => `  - ${fault}`).join('\n')}${warnings.length === 0 ? '' : `\nThis may be why, or is worth a look:\n${warnings.map((warning) => `  - ${warning}`).join('\n')}`}`,
    );
    this.faults = faults;
    this.warnings = warnings;
  }
}

export type Environment = Readonly<Record<string, string | undefined>>;

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const;
const LOOPBACK = ['127.0.0.1', 'localhost'];

/**
 * Reads and checks every setting.
 * @throws ConfigurationError with every fault, never with a value that may be secret
 */
export const readConfig = (env: Environment): Config => {
  const complaints: Complaints = { faults: [], warnings: [] };
  const { faults, warnings } = complaints;
  const asked = new Set<string>();
  const given = givenIn(env, asked);
  const oneOf = <T extends string>(name: string, values: readonly T[], otherwise: T): T => {
    const value = given(name);
    if (value === null) return otherwise;
    const choice = values.find((allowed) => allowed === value);
    if (choice === undefined)
      faults.push(`${name} is none of ${values.join(', ')}. Choose one, or leave it out for ${otherwise}.`);
    return choice ?? otherwise;
  };

  const sandbox = isSandbox(given);
  const platforms = readPlatforms(given, sandbox, complaints);
  oneOf('SANDBOX', ['on', 'off'], sandbox ? 'on' : 'off');
  if (sandbox && isAnyGiven(given))
    faults.push('SANDBOX=on stands beside a real platform. Take the platform’s settings out, or set SANDBOX=off.');

  const host = given('HOST') ?? (sandbox ? '127.0.0.1' : '0.0.0.0');
  if (sandbox && !LOOPBACK.includes(host))
    faults.push('HOST: the sandbox has no login, so it listens on 127.0.0.1 only. Leave HOST out.');
  const config: Config = {
    sandbox,
    port: portFrom(given('PORT'), faults),
    host: sandbox ? '127.0.0.1' : host,
    dataDir: given('DATA_DIR') ?? './data',
    mongodbUri: mongodbSetting(given, faults),
    publicUrl: publicUrlSetting(given, sandbox, faults),
    ...secretsSetting(given, sandbox, complaints),
    logLevel: oneOf('LOG_LEVEL', LOG_LEVELS, 'info'),
    organisationFile: organisationSetting(given, sandbox, faults),
    contentDir: contentDirSetting(given, faults),
    admins: adminsSetting(given, faults),
    calendar: calendarSetting(given, sandbox, faults),
    embeddingsUrl: embeddingsSetting(given, faults),
    platforms,
    warnings,
  };
  warnings.push(...quotedSettings(given, asked), ...misspeltSettings(env, asked));
  if (faults.length > 0) throw new ConfigurationError(faults, warnings);
  return config;
};

const portFrom = (text: string | null, faults: string[]): number => {
  if (text === null) return 3978;
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  faults.push('PORT is no port number. Give one from 0 (any free port) to 65535.');
  return 0;
};
