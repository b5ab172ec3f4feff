import { MendableError } from '../bot/mendable-error.ts';
import { adminsSetting } from './admins-setting.ts';
import { embeddingsSetting } from './embeddings-setting.ts';
import { givenIn } from './given.ts';
import { organisationSetting } from './organisation-setting.ts';
import { isAnyGiven, type PlatformSettings, readPlatforms } from './platforms/platforms.ts';
import { isSandbox } from './sandbox-setting.ts';

/** The settings in the environment, all checked: faults are reported together, each with how to mend it. */
export type Config = {
  sandbox: boolean;
  port: number;
  host: string;
  dataDir: string;
  /** Null: the embedded store in `dataDir`. */
  mongodbUri: string | null;
  /** May be null in the sandbox, which then uses the address it listens on. */
  publicUrl: string | null;
  /** May be null in the sandbox, which then makes one and keeps it in the store. */
  secret: string | null;
  secretPrevious: string | null;
  /** May be null in the sandbox, which then makes and keeps one like the secret. */
  anonymityKey: string | null;
  /** Null: there is no `/metrics`. */
  metricsToken: string | null;
  logLevel: (typeof LOG_LEVELS)[number];
  /** Null in the sandbox only: the invented file that comes with Sammen. */
  organisationFile: string | null;
  admins: readonly string[];
  /** Null: agents are found without. */
  embeddingsUrl: URL | null;
  platforms: PlatformSettings;
};

export class ConfigurationError extends MendableError {
  override readonly name = 'ConfigurationError';
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(
      `Sammen cannot start. ${faults.length === 1 ? 'One setting needs' : `${faults.length} settings need`} mending:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`,
    );
    this.faults = faults;
  }
}

export type Environment = Readonly<Record<string, string | undefined>>;

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const;
const LOOPBACK = ['127.0.0.1', 'localhost'];
const MIN_SECRET_LENGTH = 32;

/**
 * Reads and checks every setting.
 * @throws ConfigurationError with every fault, never with a value that may be secret
 */
export const readConfig = (env: Environment): Config => {
  const faults: string[] = [];
  const given = givenIn(env);
  const oneOf = <T extends string>(name: string, values: readonly T[], otherwise: T): T => {
    const value = given(name);
    if (value === null) return otherwise;
    const choice = values.find((allowed) => allowed === value);
    if (choice === undefined)
      faults.push(`${name} is none of ${values.join(', ')}. Choose one, or leave it out for ${otherwise}.`);
    return choice ?? otherwise;
  };

  const sandbox = isSandbox(given);
  const platforms = readPlatforms(given, sandbox, faults);
  oneOf('SANDBOX', ['on', 'off'], sandbox ? 'on' : 'off');
  if (sandbox && isAnyGiven(given))
    faults.push('SANDBOX=on stands beside a real platform. Take the platform’s settings out, or set SANDBOX=off.');
  const mongodbUri = given('MONGODB_URI');
  if (mongodbUri !== null && !/^mongodb(\+srv)?:\/\/./.test(mongodbUri))
    faults.push(
      'MONGODB_URI is no address of MongoDB. Give it whole, such as mongodb://USER:PASSWORD@HOST:27017/sammen.',
    );

  const host = given('HOST') ?? (sandbox ? '127.0.0.1' : '0.0.0.0');
  if (sandbox && !LOOPBACK.includes(host))
    faults.push('HOST: the sandbox has no login, so it listens on 127.0.0.1 only. Leave HOST out.');
  const config: Config = {
    sandbox,
    port: portFrom(given('PORT'), faults),
    host: sandbox ? '127.0.0.1' : host,
    dataDir: given('DATA_DIR') ?? './data',
    mongodbUri,
    publicUrl: given('PUBLIC_URL'),
    secret: given('SECRET'),
    secretPrevious: given('SECRET_PREVIOUS'),
    anonymityKey: given('ANONYMITY_KEY'),
    metricsToken: given('METRICS_TOKEN'),
    logLevel: oneOf('LOG_LEVEL', LOG_LEVELS, 'info'),
    organisationFile: organisationSetting(given, sandbox, faults),
    admins: adminsSetting(given, faults),
    embeddingsUrl: embeddingsSetting(given, faults),
    platforms,
  };
  checkAddress(config, faults);
  checkSecrets(config, faults);
  if (faults.length > 0) throw new ConfigurationError(faults);
  return config;
};

const portFrom = (text: string | null, faults: string[]): number => {
  if (text === null) return 3978;
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  faults.push('PORT is no port number. Give one from 0 (any free port) to 65535.');
  return 0;
};

const checkAddress = ({ sandbox, publicUrl }: Config, faults: string[]): void => {
  if (publicUrl === null) {
    if (!sandbox)
      faults.push('PUBLIC_URL is missing. Give the address people reach Sammen on, such as https://sammen.example.dk.');
  } else if (!/^https?:\/\/[^\s/]+/.test(publicUrl) || !URL.canParse(publicUrl)) {
    faults.push('PUBLIC_URL is no address. Give it whole, such as https://sammen.example.dk.');
  }
};

const checkSecrets = ({ sandbox, secret, anonymityKey }: Config, faults: string[]): void => {
  const secrets: [string, string | null, string][] = [
    ['SECRET', secret, 'signs links'],
    ['ANONYMITY_KEY', anonymityKey, 'makes pseudonyms in facts'],
  ];
  for (const [name, value, purpose] of secrets) {
    const mend = `Give ${MIN_SECRET_LENGTH} characters or more; it ${purpose}.`;
    if (value === null && !sandbox) faults.push(`${name} is missing. ${mend}`);
    if (value !== null && value.length < MIN_SECRET_LENGTH) faults.push(`${name} is too short. ${mend}`);
  }
};
