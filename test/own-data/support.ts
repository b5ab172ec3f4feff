import { ownDataLink } from '../../adapters/web/own-data/link.ts';
import { ownDataRoutes } from '../../adapters/web/own-data/routes.ts';
import { createWebServer } from '../../adapters/web/server.ts';
import { createSigner, type Signer } from '../../adapters/web/signed.ts';
import type { Person } from '../../bot/people/person.ts';
import type { TestBot } from '../support/fixtures/bot-on-store.ts';
import { content } from '../support/fixtures/content.ts';

export type OwnDataHouse = {
  url: string;
  signer: Signer;
  faults: unknown[];
  link(person: Pick<Person, '_id'>): string;
  press(link: string): Promise<Response>;
  /** The file of a person, by a new link. */
  fileOf(person: Pick<Person, '_id'>): Promise<string>;
  close(): Promise<void>;
};

/** Serves people's own data over HTTP. */
export const openOwnData = async (setup: TestBot): Promise<OwnDataHouse> => {
  const signer = createSigner('a secret that is long enough for tests');
  const faults: unknown[] = [];
  const { principles } = content;
  const server = createWebServer({
    routes: ownDataRoutes({ deps: setup.deps, spentTokens: setup.store.spentTokens, signer, principles }),
    hosts: null,
    onFault: (error) => faults.push(error),
  });
  const url = `http://127.0.0.1:${await server.listen(0, '127.0.0.1')}`;
  const link = (person: Pick<Person, '_id'>) => ownDataLink(signer, () => url)(person._id);
  const press = (address: string) =>
    fetch(`${url}/files/my-data`, {
      method: 'POST',
      body: new URLSearchParams({ token: new URL(address).searchParams.get('token') ?? '' }),
    });
  return {
    url,
    signer,
    faults,
    link,
    press,
    fileOf: async (person) => (await press(link(person))).text(),
    close: () => server.close(),
  };
};

/** The rows of a file, as a program reads them. */
export const rowsIn = (file: string): { part: string; row: Record<string, unknown> }[] =>
  [...file.matchAll(/<script type="application\/json" data-part="(\w+)">(.*?)<\/script>/gsu)].map(
    ([, part = '', json = '']) => ({ part, row: JSON.parse(json) }),
  );
