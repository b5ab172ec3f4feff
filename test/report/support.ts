import { agentsRoutes } from '../../adapters/web/agents.ts';
import { reportLink } from '../../adapters/web/report/access.ts';
import { reportRoutes } from '../../adapters/web/report/report-routes.ts';
import { createWebServer } from '../../adapters/web/server.ts';
import { createSigner } from '../../adapters/web/signed.ts';
import { createChance } from '../../app/demo/chance.ts';
import { makeCase } from '../../app/demo/demo-case.ts';
import { rollups } from '../../jobs/rollups.ts';
import { openTestBot, type TestBot } from '../support/fixtures/bot-on-store.ts';
import { anAgent, aPerson, aProfile, masked, TUESDAY, workingTime } from '../support/fixtures/builders.ts';
import { content } from '../support/fixtures/content.ts';

const DAY_MS = 86_400_000;

export const LONE = aPerson('lone', { name: 'Lone <b>Bak</b>', roles: ['hr'], unit: 'HR & Løn' });
const BOSS = aPerson('boss', { roles: ['admin', 'agent'], agent: aProfile() });
/** The first would be a formula in a spreadsheet. */
const UNITS = ['=HYPERLINK("http://x")', 'Åskolen', 'Havnen', 'HR & Løn'];

export type ReportHouse = {
  setup: TestBot;
  url: string;
  faults: unknown[];
  /** A link like the one that `rapport` sends in chat. */
  link(person?: string): string;
  close(): Promise<void>;
};

/** Serves the report for an organisation with up to `cases` cases from the last ten weeks. */
export const openReport = async ({ isSecure = false, cases = 160 } = {}): Promise<ReportHouse> => {
  const people = UNITS.flatMap((unit, unitIndex) =>
    Array.from({ length: 11 }, (_none, i) => aPerson(`p${unitIndex}.${i}`, { unit })),
  );
  const agents = Array.from({ length: 6 }, (_none, i) =>
    anAgent(`agent${i}`, {
      unit: 'Åskolen',
      phone: '70 00 00 09',
      agent: aProfile({ shown: i < 2, place: masked('Kantinen') }),
    }),
  );
  const setup = await openTestBot([LONE, BOSS, ...people, ...agents]);
  const chance = createChance(11);
  for (let nth = 0; nth < cases; nth++) {
    const [asker, agent] = [people[chance.whole(people.length)], agents[chance.whole(agents.length)]];
    const askedAt = workingTime.nextOpen(new Date(TUESDAY.getTime() - chance.next() * 70 * DAY_MS));
    if (asker === undefined || agent === undefined) continue;
    const options = { chance, time: workingTime, promiseHours: 8, now: TUESDAY, nth, number: nth + 1 };
    await setup.store.cases.add(makeCase(asker, agent, askedAt, options));
  }
  await rollups(setup.deps);
  const { organisation, principles } = content;
  const signer = createSigner('a secret that is long enough for tests');
  const faults: unknown[] = [];
  const server = createWebServer({
    routes: [
      ...agentsRoutes({ people: setup.store.people, organisation }),
      ...reportRoutes({
        deps: setup.deps,
        spentTokens: setup.store.spentTokens,
        signer,
        isSecure: () => isSecure,
        principles,
      }),
    ],
    hosts: null,
    onFault: (error) => faults.push(error),
  });
  const url = `http://127.0.0.1:${await server.listen(0, '127.0.0.1')}`;
  const link = reportLink(signer, () => url);
  return {
    setup,
    url,
    faults,
    link: (person = LONE._id) => link(person as typeof LONE._id),
    close: async () => {
      await server.close();
      await setup.close();
    },
  };
};

export const post = (url: string, body: string, type = 'application/x-www-form-urlencoded'): Promise<Response> =>
  fetch(url, { method: 'POST', redirect: 'manual', headers: { 'Content-Type': type }, body });

/** Opens the report as a person would; returns the session cookie. */
export const enter = async ({ url, link }: Pick<ReportHouse, 'url' | 'link'>): Promise<string> => {
  const token = new URL(link()).searchParams.get('token') ?? '';
  const answer = await post(`${url}/report`, new URLSearchParams({ token }).toString());
  return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
};
