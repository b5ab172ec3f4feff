import { InvalidArgumentError } from '@commander-js/extra-typings';
import { declare } from './declare.ts';

/** Teams compares the three numbers, and installs a package only when they are higher than before. */
const packageVersion = (text: string): string => {
  if (!/^(?:0|[1-9]\d{0,4})(?:\.(?:0|[1-9]\d{0,4})){2}$/.test(text))
    throw new InvalidArgumentError('Give three numbers, such as 1.2.0.');
  return text;
};

export const manifest = declare({
  group: 'Set up and run:',
  purpose: 'makes the app package to upload to Teams, and the manifest that Slack makes an app of',
  store: 'none',
  example: ['--out', 'packages', '--package-version', '1.0.1'],
  takes: (command) =>
    command
      .option('--out <FOLDER>', 'where the two files go; the current folder where it is left out')
      .option('--package-version <VERSION>', 'of the package for Teams, higher than the one before', packageVersion),
  load: async () => (await import('../commands/manifest.ts')).manifest,
});
