import { MendableError } from '../../bot/mendable-error.ts';
import { SECOND } from '../../bot/time/units.ts';
import { checkEverything } from '../check/check-everything.ts';
import type { Finding, Reach } from '../check/finding.ts';
import type { Work } from './command.ts';

/** Something would not work in production; what it is has been printed. */
class NotReady extends MendableError {
  override readonly name = 'NotReady';
}

/** Prints what would fail in production, each with its mend. @throws NotReady */
export const createCheck =
  (reach: Omit<Reach, 'onTime'>): Work<[], { json?: true }> =>
  async ({ options: { json = false } }, env, terminal) => {
    const findings = await checkEverything(env, reach);
    if (json) terminal.print(JSON.stringify(findings, null, 2));
    else for (const line of findings.map(lineOf)) terminal.print(line);
    const failed = findings.filter(({ state }) => state === 'fail').length;
    if (failed > 0)
      throw new NotReady(`Sammen is not ready: ${failed} ${failed === 1 ? 'thing needs' : 'things need'} mending.`);
    if (!json) terminal.print('Nothing stands in the way.');
  };

const lineOf = ({ about, state, says }: Finding): string => `${state.padEnd(4)}  ${about}: ${says}`;

export const check = createCheck({ timeout: 10 * SECOND, microsoftLogin: 'https://login.microsoftonline.com' });
