import { setTimeout as sleep } from 'node:timers/promises';
import { TEXTS } from '../../cards/texts/texts.ts';
import type { House } from '../../test/cross-platform/support/party.ts';
import type { Seeded } from '../../test/support/fixtures/seeded.ts';
import { type On, type Platforms, STORE_AWAY } from './platforms.ts';
import type { Life, Processes, Slot } from './stack.ts';

/** A request gets no answer from a process within this, in ms. Teams and Slack wait less. */
const TIMEOUT_MS = 15_000;
/** After how many ms a platform sends an event again that was not acknowledged: Slack at once, after 1 and 5 minutes. */
const REPEATS_MS = [500, 15_000, 60_000, 120_000, 300_000] as const;
/** Of a hundred events that were acknowledged, so many come again all the same. */
const REPEATED_PERCENT = 2;
const REPEATED_AFTER_MS = 8_000;

type Request = Parameters<House['post']>[1];
type Answer = { status: number; text: string };

/** How people's requests come in: through a proxy with two processes behind it, repeated as the platforms do. */
export type Entrance = Pick<House, 'post'> & {
  get(path: string, init?: RequestInit): Promise<Response>;
  /** When each word was acknowledged. */
  acknowledged: ReadonlyMap<string, number>;
  /** Requests that a process answered, by status, and those that it left without an answer. */
  answers(life: string, status: number | 'cut'): number;
  /** Requests that a process answered with 200, by platform and by what the bot was asked. */
  turns(life: string, on: On, turn: 'hear' | 'press'): number;
  /** Ms until a request was answered with 200. */
  took: readonly number[];
  repeats: { acknowledged: number; unacknowledged: number };
  /** What people were refused, though they did nothing unusual, and how often. */
  refusals: ReadonlyMap<string, number>;
};

/** The letters of a word that is looked for later: no word of Danish, and no number that would be masked. */
const WORD = /kode[bdfghjklmnprstv]{6}/g;

export const openEntrance = (processes: Processes, { slack }: Platforms, random: Seeded): Entrance => {
  const counts = new Map<string, number>();
  const count = (...key: (string | number)[]): void =>
    void counts.set(key.join(' '), (counts.get(key.join(' ')) ?? 0) + 1);
  const acknowledged = new Map<string, number>();
  const took: number[] = [];
  const repeats = { acknowledged: 0, unacknowledged: 0 };
  const refusals = new Map<string, number>();
  let turn = 0;
  /** Whose turn it is among those that are there. */
  const next = (): Life | null => {
    const slots: Slot[] = turn++ % 2 === 0 ? ['a', 'b'] : ['b', 'a'];
    return slots.map((slot) => processes.ready(slot)).find((life) => life !== null) ?? null;
  };

  const once = async (path: string, init: RequestInit, turnOf: 'hear' | 'press' | null): Promise<Answer> => {
    const life = next();
    if (life === null) return { status: 502, text: '' };
    const began = performance.now();
    try {
      const response = await fetch(life.url + path, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) });
      const text = await response.text();
      count(life.name, response.status);
      if (turnOf !== null && response.status === 200 && !saysStoreAway(text))
        count(life.name, path.startsWith('/slack') ? 'slack' : 'teams', turnOf);
      if (response.status === 200) took.push(performance.now() - began);
      return { status: response.status, text };
    } catch {
      count(life.name, 'cut');
      return { status: 502, text: '' };
    }
  };

  const again = async (path: string, request: Request, ms: number, turnOf: 'hear' | null): Promise<Answer> => {
    await sleep(ms);
    const { headers, body } = request();
    const retry = path.startsWith('/slack') ? { 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' } : {};
    return once(path, { method: 'POST', headers: { ...headers, ...retry }, body }, turnOf);
  };

  return {
    acknowledged,
    took,
    repeats,
    refusals,
    answers: (life, status) => counts.get(`${life} ${status}`) ?? 0,
    turns: (life, on, which) => counts.get(`${life} ${on} ${which}`) ?? 0,
    get: async (path, init = {}) => {
      const life = next();
      if (life === null) throw new Error('no process is there');
      const response = await fetch(life.url + path, { ...init, redirect: 'manual' });
      count(life.name, response.status);
      return response;
    },
    post: async (path, request) => {
      const { headers, body } = request();
      const isEvent = isEventIn(path, body);
      const turnOf = isEvent ? 'hear' : 'press';
      let answer = await once(path, { method: 'POST', headers, body }, turnOf);
      for (const ms of isEvent ? REPEATS_MS : []) {
        if (answer.status === 200) break;
        repeats.unacknowledged++;
        answer = await again(path, request, ms, 'hear');
      }
      if (answer.status !== 200) return answer;
      // Nothing was done, and the person was told so in the answer.
      if (saysStoreAway(answer.text)) return { ...answer, status: 503 };
      const refused = refusedIn(answer.text);
      if (refused !== null) refusals.set(refused, (refusals.get(refused) ?? 0) + 1);
      if (refused === null && !opensWindow(body, slack))
        for (const [word] of decoded(body).matchAll(WORD))
          if (!acknowledged.has(word)) acknowledged.set(word, Date.now());
      if (isEvent && random.below(100) < REPEATED_PERCENT) {
        repeats.acknowledged++;
        void again(path, request, REPEATED_AFTER_MS, null);
      }
      return answer;
    },
  };
};

const saysStoreAway = (text: string): boolean => text.includes(JSON.stringify(STORE_AWAY).slice(1, -1));

const isEventIn = (path: string, body: string): boolean =>
  path.startsWith('/slack') ? body.startsWith('{') : JSON.parse(body).type !== 'invoke';

const decoded = (body: string): string =>
  body.startsWith('{') ? body : (new URLSearchParams(body).get('payload') ?? '');

/** A press in Slack that only opened a window says nothing yet. */
const opensWindow = (body: string, { modals }: Platforms['slack']): boolean => {
  const { trigger_id: trigger, type } = JSON.parse(decoded(body));
  return type === 'block_actions' && modals.some((one) => one.trigger === trigger);
};

/** The words of an answer that says no. */
const refusedIn = (text: string): string | null => {
  if (text === '') return null;
  const answer = JSON.parse(text);
  if (answer.response_action === 'errors') return JSON.stringify(answer.errors);
  const isLine = answer.type === 'application/vnd.microsoft.activity.message';
  return isLine && answer.value !== TEXTS.da.teams.pressed ? String(answer.value) : null;
};
