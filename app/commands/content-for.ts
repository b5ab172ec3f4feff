import { contentSourcesIn } from '../content/content-sources.ts';
import { type Content, loadContent } from '../content/load-content.ts';
import type { Environment } from '../settings/config.ts';
import { givenIn } from '../settings/given.ts';
import type { Terminal } from './command.ts';

/** The content that a start with this environment would have; says what in it is passed over. @throws ContentFault */
export const contentFor = (env: Environment, { warn }: Pick<Terminal, 'warn'>): Content => {
  const content = loadContent(contentSourcesIn(givenIn(env)));
  for (const warning of content.warnings) warn(warning);
  return content;
};
