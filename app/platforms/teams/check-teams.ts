import { z } from 'zod';
import type { TeamsSettings } from '../../../adapters/teams/settings.ts';
import { fetchFaultInWords } from '../../../adapters/web/fetch-fault.ts';
import { type Finding, findingsAbout, type Reach } from '../../check/finding.ts';

const SCOPE = 'https://api.botframework.com/.default';
/** The tenant in which bots that belong to several tenants are registered. */
const COMMON_TENANT = 'botframework.com';
const METADATA = 'https://login.botframework.com/v1/.well-known/openidconfiguration';

const { ok, warn, fail } = findingsAbout('Teams');

/** Asks Microsoft for a token as the bot does, and for the keys that its requests are signed with. */
export const checkTeams = async (settings: TeamsSettings | 'local', reach: Reach): Promise<Finding[]> =>
  settings === 'local'
    ? [warn('TEAMS_LOCAL=on takes whatever programs on this machine send. Leave it out where real people are.')]
    : Promise.all([checkToken(settings, reach), checkKeys(settings, reach)]);

const answerSchema = z.object({ access_token: z.string() });
const refusalSchema = z.object({ error: z.string(), error_description: z.string().default('') });

const checkToken = async ({ appId, password, tenant, type }: TeamsSettings, reach: Reach): Promise<Finding> => {
  if (password === null)
    return warn(
      'a managed identity can be tried on Azure only, by the bot itself: start it, write to it in Teams, and look at "dead-letters".',
    );
  const where = type === 'MultiTenant' ? COMMON_TENANT : (tenant ?? COMMON_TENANT);
  try {
    const answer = await fetch(`${reach.microsoftLogin}/${encodeURIComponent(where)}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: appId,
        client_secret: password,
        scope: SCOPE,
      }),
      redirect: 'error',
      signal: AbortSignal.timeout(reach.timeout),
    });
    reach.onTime('Microsoft', answer.headers.get('date'));
    const body: unknown = await answer.json().catch(() => null);
    if (answerSchema.safeParse(body).success) return ok('Microsoft gives the bot a token');
    const refused = refusalSchema.safeParse(body);
    return fail(
      refused.success
        ? refusalInWords(refused.data)
        : `Microsoft answered ${answer.status} and nothing to read. Try again; is there a proxy in between?`,
    );
  } catch (error) {
    return fail(
      `Microsoft's login cannot be reached, because ${fetchFaultInWords(error)}. Let this machine out to https://login.microsoftonline.com.`,
    );
  }
};

/** The description holds ids and times; its code is all that anybody needs. */
const refusalInWords = ({ error, error_description }: z.infer<typeof refusalSchema>): string => {
  const code = /\bAADSTS\d+\b/.exec(error_description)?.[0];
  const mend = MENDS[code ?? ''] ?? 'Compare all four settings with the registration of the bot in Azure.';
  return `Microsoft refuses the bot a token (${code ?? error}). ${mend}`;
};

const MENDS: Readonly<Record<string, string>> = {
  AADSTS7000215: 'MicrosoftAppPassword is wrong. Copy the value of the client secret, not its id, or make a new one.',
  AADSTS7000222: 'The client secret in MicrosoftAppPassword has expired. Make a new one in Entra ID, and give it here.',
  AADSTS700016: 'MicrosoftAppId is not known in this tenant. Check it, MicrosoftAppTenantId and MicrosoftAppType.',
  AADSTS90002: 'MicrosoftAppTenantId is no tenant. Copy it from Entra ID, "Overview".',
  AADSTS900023: 'MicrosoftAppTenantId is no tenant. Copy it from Entra ID, "Overview".',
  AADSTS7000112: 'The app is disabled. Enable it in Entra ID, "Enterprise applications".',
};

const checkKeys = async ({ openIdMetadata }: TeamsSettings, reach: Reach): Promise<Finding> => {
  try {
    const answer = await fetch(openIdMetadata ?? METADATA, { signal: AbortSignal.timeout(reach.timeout) });
    await answer.body?.cancel();
    if (answer.ok) return ok('the keys that sign Microsoft’s requests can be read');
    return fail(
      `the keys that sign Microsoft's requests cannot be read: ${answer.status}. Let this machine out to https://login.botframework.com.`,
    );
  } catch (error) {
    return fail(
      `the keys that sign Microsoft's requests cannot be read, because ${fetchFaultInWords(error)}. Let this machine out to https://login.botframework.com.`,
    );
  }
};
