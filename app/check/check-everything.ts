import { MendableError } from '../../bot/mendable-error.ts';
import { PLATFORMS } from '../../bot/platform.ts';
import { loadContent } from '../content/load-content.ts';
import { faultInWords } from '../fault-in-words.ts';
import { peopleToRead } from '../people-to-read.ts';
import { checkPlatforms } from '../platforms/platforms.ts';
import { type Config, ConfigurationError, type Environment, readConfig } from '../settings/config.ts';
import { checkClock, type Heard } from './check-clock.ts';
import { checkPeople } from './check-people.ts';
import { checkPublicUrl } from './check-public-url.ts';
import { checkStore } from './check-store.ts';
import { type Finding, findingsAbout, type Reach } from './finding.ts';

/** Tries everything that Sammen needs in production. It changes nothing, and each question outside has an end. */
export const checkEverything = async (env: Environment, reach: Omit<Reach, 'onTime'>): Promise<Finding[]> => {
  const { config, findings } = checkSettings(env);
  const store = checkStore(env);
  const heard: Heard[] = [];
  const onTime = (whose: string, date: string | null): void => {
    const theirs = Date.parse(date ?? '');
    if (!Number.isNaN(theirs)) heard.push({ whose, theirs, ours: Date.now() });
  };
  if (config === null) return [...findings, ...(await store)];
  const asking = { ...reach, onTime };
  const [stored, platforms, address] = await Promise.all([
    store,
    checkPlatforms(config.platforms, asking),
    checkPublicUrl(config, asking),
  ]);
  const isOpen = stored.every(({ state }) => state !== 'fail');
  return [
    ...findings,
    ...checkContent(config),
    ...stored,
    ...platforms,
    ...address,
    ...(config.sandbox ? [] : [checkClock(heard)]),
    ...(isOpen ? await checkPeopleIn(env, config) : []),
  ];
};

const checkSettings = (env: Environment): { config: Config | null; findings: Finding[] } => {
  const { ok, warn, fail } = findingsAbout('settings');
  try {
    const config = readConfig(env);
    const on = PLATFORMS.filter((platform) => platform !== 'sandbox' && config.platforms[platform] !== null);
    const kind = config.sandbox
      ? warn(
          'these settings start the sandbox, with made-up people. For real ones set Teams or Slack: init asks for it.',
        )
      : on.length === 0
        ? fail('no platform is set, so nobody can write to Sammen. Set Teams or Slack.')
        : ok(`all are right; ${on.join(' and ')} ${on.length === 1 ? 'is' : 'are'} on`);
    return { config, findings: [kind, ...config.warnings.map(warn)] };
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return {
      config: null,
      findings: [
        ...error.faults.map(fail),
        ...error.warnings.map(warn),
        warn('the rest was not tried. Mend these first.'),
      ],
    };
  }
};

const checkContent = (config: Config): Finding[] => {
  const { ok, warn, fail } = findingsAbout('organisation and content');
  try {
    const { organisation, warnings } = loadContent(config);
    const isInvented = config.sandbox && config.organisationFile === null;
    return [ok(`${organisation.name}${isInvented ? ' (invented)' : ''}; all files can be read`), ...warnings.map(warn)];
  } catch (error) {
    if (error instanceof MendableError) return [fail(faultInWords(error))];
    throw error;
  }
};

const checkPeopleIn = async (env: Environment, { admins, platforms, sandbox }: Config): Promise<Finding[]> => {
  const on = PLATFORMS.filter((platform) => platforms[platform] !== null);
  const people = await peopleToRead(env);
  // The sandbox makes them up at its first start.
  return sandbox && people.length === 0 ? [] : checkPeople({ people, admins, platforms: on });
};
