import { aMessage, aUser } from '../test/teams/support/activities.ts';
import { startMicrosoft } from '../test/teams/support/microsoft.ts';
import { startBareApi } from './bare-api.ts';
import { type BarePlatform, openBarePlatform } from './bare-platform.ts';

export type BareTeams = BarePlatform & {
  /** Where a bot finds the keys that Teams signs with. */
  openIdMetadata: string;
  close(): Promise<void>;
};

export const startBareTeams = async (): Promise<BareTeams> => {
  const microsoft = await startMicrosoft();
  const api = await startBareApi(
    ({ method, nth }) => (method === 'POST' ? { id: `m${nth}` } : { id: 'x', name: 'Anna Prøve', userRole: 'user' }),
    ({ method, path }) => (method === 'POST' ? decodeURIComponent(path.split('/')[3] ?? '') : null),
  );
  const headers = { 'Content-Type': 'application/json', Authorization: microsoft.sign({ serviceurl: api.url }) };
  return {
    ...openBarePlatform(api, (nth, text, url) => {
      const person = aUser(`p${nth}`);
      const body = JSON.stringify(aMessage(person, api.url, text));
      return { url: `${url}/api/messages`, headers, body, chat: person.conversation };
    }),
    openIdMetadata: microsoft.openIdMetadata,
    close: async () => {
      await api.close();
      await microsoft.close();
    },
  };
};
