import { setTimeout as sleep } from 'node:timers/promises';
import { PLATFORM_LIMITS } from '../../app/platforms/limits.ts';
import { type House, inSlack, inTeams, type Party } from '../../test/cross-platform/support/party.ts';
import type { Seeded } from '../../test/support/fixtures/seeded.ts';
import { WORDS_BETWEEN } from './day.ts';
import type { Entrance } from './entrance.ts';
import type { Platforms } from './platforms.ts';
import { type Citizen, emailOf } from './town.ts';

/** How long somebody waits for what must come, in ms; then it counts as stuck. */
const PATIENCE_MS = 600_000;
const LOOK_EVERY_MS = 500;
/** How long somebody waits before they press again what did not work, in ms. */
const PRESS_AGAIN_MS = 6_000;

/** A word that somebody wrote, and who is to read it. */
type Written = { word: string; to: Citizen; case: string; readAt: number | null };

export type People = {
  /** Asks, is answered, talks and closes; `pause` is between two steps, in ms. */
  dilemma(asker: Citizen, pause: number): Promise<void>;
  asks(who: Citizen, text: string): Promise<void>;
  reactsToNudge(who: Citizen): Promise<void>;
  readsReport(who: Citizen): Promise<void>;
  /** Everything that was written in cases. */
  written: readonly Written[];
  /** The cases that were closed by their askers. */
  closed: readonly string[];
  /** Whether a person's chat shows this word. */
  shows(who: Citizen, word: string): boolean;
};

export const openPeople = (
  people: readonly Citizen[],
  platforms: Platforms,
  entrance: Entrance,
  random: Seeded,
): People => {
  const house: House = { ...platforms, post: entrance.post, flush: async () => undefined };
  const parties = new Map<string, Party>();
  const partyOf = (who: Citizen): Party => {
    const known = parties.get(who.name);
    if (known !== undefined) return known;
    const party = (who.platform === 'slack' ? inSlack : inTeams)(house, who.name, emailOf(who));
    parties.set(who.name, party);
    return party;
  };
  // Sammen asks the platforms about agents before it offers them a case.
  for (const who of people) if (who.role !== 'colleague') partyOf(who);
  const byChat = new Map(people.map((who) => [who.chat, who]));
  const written: Written[] = [];
  const closed: string[] = [];
  const shows = (who: Citizen, word: string): boolean =>
    partyOf(who)
      .chat()
      .some((text) => text.includes(word));

  /** How long a platform's limit lets a message to everybody on it take, in ms. */
  const everybodyMs = (on: Citizen['platform']): number =>
    (people.filter(({ platform }) => platform === on).length / (PLATFORM_LIMITS[on] ?? 1)) * 1_000;

  /** Looks until it is there. @throws when it does not come */
  const until = async <T>(
    what: string,
    look: () => T | null | undefined | false,
    patience = PATIENCE_MS,
  ): Promise<T> => {
    const deadline = Date.now() + patience;
    for (;;) {
      const found = look();
      if (found !== null && found !== undefined && found !== false) return found;
      if (Date.now() > deadline) throw new Error(`${what} did not come`);
      await sleep(LOOK_EVERY_MS);
    }
  };
  /** Presses, and again when that was not acknowledged, unless it worked all the same. */
  const press = async (
    who: Citizen,
    verbs: readonly string[],
    which: Record<string, string>,
    { fields = {}, word = null }: { fields?: Record<string, string>; word?: string | null } = {},
  ): Promise<void> => {
    const party = partyOf(who);
    const find = () => verbs.find((verb) => party.canPress(verb, which) !== null);
    await until(`${verbs[0]} for ${who.name} on ${which.case ?? which.draft}`, find);
    for (;;) {
      const verb = find();
      const isAcknowledged = verb === undefined ? false : await worked(party.press(verb, fields, which));
      if (word === null ? isAcknowledged : entrance.acknowledged.has(word)) return;
      await sleep(PRESS_AGAIN_MS);
      if (word === null ? find() === undefined : shows(who, word)) return;
    }
  };
  const say = async (who: Citizen, text: string): Promise<void> => {
    while (!(await worked(partyOf(who).say(text)))) await sleep(PRESS_AGAIN_MS);
  };

  return {
    written,
    closed,
    shows,
    dilemma: async (asker, pause) => {
      const think = () => sleep(pause / 2 + random.below(pause));
      const word = newWord();
      await say(asker, `Naboerne ved ${word} vil have en bænk, og ingen svarer dem. Hvad gør jeg?`);
      const preview = await until('a preview', () => partyOf(asker).canPress('submit-dilemma', { anonymous: 'no' }));
      const id = String(preview.draft);
      await think();
      await press(asker, ['submit-dilemma'], { draft: id, anonymous: 'no' });
      const agent = await until(`an offer of ${id}`, () => byChat.get(platforms.offered(id).at(-1) ?? ''));
      const about = { case: id };
      const writes = async (
        from: Citizen,
        to: Citizen,
        verbs: readonly string[],
        more: Record<string, string> = {},
      ) => {
        const said = { word: newWord(), to, case: id, readAt: null };
        await press(from, verbs, about, { fields: { ...more, text: `Det her er ${said.word}.` }, word: said.word });
        written.push(said);
        await reads(said);
        await think();
      };
      const reads = async (said: Written): Promise<void> => {
        await until(`${said.word} in ${id}`, () => shows(said.to, said.word));
        said.readAt = Date.now();
      };
      const asked: Written = { word, to: agent, case: id, readAt: null };
      written.push(asked);
      await reads(asked);
      await think();
      await writes(agent, asker, ['accept-case']);
      for (let n = 0; n < WORDS_BETWEEN; n++)
        await (n % 2 === 0 ? writes(asker, agent, ['reply']) : writes(agent, asker, ['reply', 'ask-back']));
      await writes(agent, asker, ['answer-case'], { outcome: 'advice' });
      await press(asker, ['rate-answer'], { ...about, helpful: 'yes' });
      await think();
      await press(asker, ['close-case'], about);
      closed.push(id);
    },
    asks: async (who, text) => {
      const before = platforms.count(who.platform, who.chat);
      await say(who, text);
      await until(`an answer to ${text}`, () => platforms.count(who.platform, who.chat) > before);
    },
    reactsToNudge: async (who) => {
      const find = () => partyOf(who).canPress('nudge-will-try');
      await until(`a nudge for ${who.name}`, find, PATIENCE_MS + everybodyMs(who.platform));
      await press(who, ['nudge-will-try'], {});
    },
    readsReport: async (who) => {
      const linkIn = () => /https:[^"\\]*\/report\?token=([\w.~%-]+)/.exec(JSON.stringify(partyOf(who).shown()));
      const links = () => JSON.stringify(newestIn(platforms, who)).match(/\/report\?token=[\w.~%-]+/g) ?? [];
      const before = links().length;
      await say(who, 'rapport');
      await until('a link to the report', () => links().length > before || linkIn());
      const link = links().at(-1) ?? '';
      const body = new URLSearchParams({ token: new URLSearchParams(link.split('?')[1]).get('token') ?? '' });
      const entered = await entrance.get('/report', { method: 'POST', body });
      const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
      const page = await entrance.get('/report', { headers: { Cookie: cookie } });
      if (page.status !== 200) throw new Error(`the report answered ${entered.status}, then ${page.status}`);
      await page.text();
    },
  };
};

const newestIn = ({ connector, slack }: Platforms, who: Citizen): unknown =>
  who.platform === 'teams' ? connector.chat(who.chat).map(({ sent }) => sent) : slack.chat(who.chat);

/** Whether the platform got its 200. */
const worked = (request: Promise<void>): Promise<boolean> =>
  request.then(
    () => true,
    () => false,
  );

const LETTERS = 'bdfghjklmnprstv';
let words = 0;
/** A word that nobody else writes. */
const newWord = (): string => {
  let rest = ++words;
  let word = '';
  for (let n = 0; n < 6; n++) {
    word += LETTERS[rest % LETTERS.length];
    rest = Math.floor(rest / LETTERS.length);
  }
  return `kode${word}`;
};
