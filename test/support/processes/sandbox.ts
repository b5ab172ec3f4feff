import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { openSandboxClock } from '../../../adapters/sandbox/sandbox-clock.ts';
import type { Database } from '../../../adapters/store/collection.ts';
import { openEmbedded } from '../../../adapters/store/embedded/open-embedded.ts';
import { type Environment, type RunningSammen, startSammen } from './running-sammen.ts';
import { type SammenHere, startHere } from './sammen-here.ts';
import { inTempFolder } from './temp-folder.ts';

/** The sandbox's JSON API (docs/rules.md, "The sandbox's API"), as a script uses it. */

export type Json = Readonly<Record<string, unknown>>;
export type Message = { seq: number; id: string; at: string; from: 'bot' | 'me'; text: string; card: Json | null };
export type Person = { id: string; name: string; unit: string; roles: string[] };
export type NewPerson = {
  name: string;
  unit: string;
  profession?: string;
  manager?: string;
  roles?: string[];
  agent?: { principles?: string[]; topics?: string[]; capacity?: number };
};
export type Answer = { status: number; json: unknown; text: string };
export type Action = { verb: string; data: Json };
/** A button on a card in a person's chat. */
export type Button = { person: string; message: Message; action: Action };
export type Pressing = { person: string; message: string; verb: string; data?: Json };

/** A Tuesday in working hours: 10.00 in Copenhagen. */
export const TUESDAY = '2026-11-24T09:00:00.000Z';

/**
 * Sets the clock of a sandbox before it starts. After the start is too late: a sandbox started on a Thursday has already
 * planned HR's preview.
 */
export const beginOnTuesday = async (database: Database): Promise<void> => {
  const clock = await openSandboxClock(
    database,
    () => new Date(TUESDAY),
    () => undefined,
  );
  clock.stop();
  await database.close();
};

export const startOnTuesday = async (dataDir: string, env: Environment = {}): Promise<RunningSammen> => {
  await beginOnTuesday(await openEmbedded(dataDir));
  return startSammen(dataDir, env);
};

/** A Sammen for one test or more: in this process, unless a build is what is tested. */
export const openOnTuesday = async (dataDir: string, env: Environment = {}): Promise<SammenHere> => {
  if (process.env.SAMMEN_BUILT !== undefined) return startOnTuesday(dataDir, env);
  await beginOnTuesday(await openEmbedded(dataDir));
  return startHere(dataDir, env);
};

/** Long enough for a process to start on a busy machine. */
const TIMEOUT_MS = 50_000;

/** Polls until `look` returns something other than null; fails after `within` milliseconds. */
export const eventually = async <T>(what: string, look: () => Promise<T | null>, within = TIMEOUT_MS): Promise<T> => {
  const deadline = Date.now() + within;
  for (;;) {
    const found = await look();
    if (found !== null) return found;
    if (Date.now() > deadline) throw new Error(`waited ${within} ms for ${what}`);
    await sleep(50);
  }
};

/** Every `Action.Execute` of a card, at any depth. */
export const actionsOf = (node: unknown): Action[] => {
  if (Array.isArray(node)) return node.flatMap(actionsOf);
  if (typeof node !== 'object' || node === null) return [];
  const { type, verb, data } = node as Json;
  const own = type === 'Action.Execute' && typeof verb === 'string' ? [{ verb, data: (data ?? {}) as Json }] : [];
  return [...own, ...Object.values(node).flatMap(actionsOf)];
};

/** Every address that a card opens. */
export const linksOf = (node: unknown): string[] => {
  if (Array.isArray(node)) return node.flatMap(linksOf);
  if (typeof node !== 'object' || node === null) return [];
  const { type, url } = node as Json;
  const own = type === 'Action.OpenUrl' && typeof url === 'string' ? [url] : [];
  return [...own, ...Object.values(node).flatMap(linksOf)];
};

/** Every card shown in this test run, keyed by its JSON. */
export const shownCards = new Map<string, Json>();

export type Sandbox = ReturnType<typeof sandboxAt>;

/**
 * @param url the current address: a killed Sammen restarts on another port
 * @param settled resolves when no other process is about to write to the chats
 */
export const sandboxAt = (url: () => string, settled: () => Promise<void> = async () => undefined) => {
  const call = async (method: string, path: string, body?: unknown): Promise<Answer> => {
    const sent =
      body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    const response = await fetch(url() + path, { method, ...sent });
    const text = await response.text();
    return { status: response.status, text, json: jsonIn(text) };
  };
  const expect = async <T>(status: number, method: string, path: string, body?: unknown): Promise<T> => {
    const answer = await call(method, path, body);
    const asked = `${method} ${path} ${JSON.stringify(body)?.slice(0, 300) ?? ''}`;
    assert.equal(answer.status, status, `${asked} → ${answer.status} ${answer.text.slice(0, 300)}`);
    return answer.json as T;
  };

  const messages = async (person: string, after = 0): Promise<Message[]> => {
    const path = `/sandbox/messages?person=${encodeURIComponent(person)}&after=${after}`;
    await settled();
    const found = await expect<{ messages: Message[]; next: number }>(200, 'GET', path);
    for (const { card } of found.messages) if (card !== null) shownCards.set(JSON.stringify(card), card);
    return found.messages;
  };
  const people = async () => (await expect<{ people: Person[] }>(200, 'GET', '/sandbox/people')).people;
  const press = (pressing: Pressing, status = 200) => expect<Json>(status, 'POST', '/sandbox/actions', pressing);

  /** The newest button with this verb in the chats of these people, or null. */
  const find = async (persons: string | readonly string[], verb: string, about?: Json): Promise<Button | null> => {
    for (const person of [persons].flat()) {
      for (const message of (await messages(person)).reverse()) {
        const action = actionsOf(message.card).find(
          (one) => one.verb === verb && Object.entries(about ?? {}).every(([name, value]) => one.data[name] === value),
        );
        if (action !== undefined) return { person, message, action };
      }
    }
    return null;
  };
  const button = (persons: string | readonly string[], verb: string, about?: Json): Promise<Button> =>
    eventually(`a card with ${verb} for ${[persons].flat().join(', ')}`, () => find(persons, verb, about));

  return {
    call,
    expect,
    people,
    messages,
    find,
    button,
    press,
    agents: async () => (await people()).filter(({ roles }) => roles.includes('agent')).map(({ id }) => id),
    addPerson: async (person: NewPerson) => (await expect<{ id: string }>(201, 'POST', '/sandbox/people', person)).id,
    say: (person: string, text: string) => expect<Json>(202, 'POST', '/sandbox/messages', { person, text }),
    /** All text in a person's chat. */
    read: async (person: string) => (await messages(person)).map(({ text }) => text).join('\n'),
    now: async () => (await expect<{ now: string }>(200, 'GET', '/sandbox/clock')).now,
    setClock: (now: string) => expect<{ now: string }>(200, 'POST', '/sandbox/clock', { now }),
    advance: (duration: string) => expect<{ now: string }>(200, 'POST', '/sandbox/clock', { advance: duration }),
    job: (name: string) => expect<Record<string, number>>(200, 'POST', `/sandbox/jobs/${name}`),
    /** Presses the newest button with this verb, with the card's own data and the given fields. */
    pressNewest: async (persons: string | readonly string[], verb: string, filledIn: Json = {}): Promise<Button> => {
      const found = await button(persons, verb);
      await press(pressOf(found, filledIn));
      return found;
    },
  };
};

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

export const pressOf = ({ person, message, action }: Button, filledIn: Json = {}): Pressing => ({
  person,
  message: message.id,
  verb: action.verb,
  data: { ...action.data, ...filledIn },
});

/** The lines Sammen prints on standard error, without Node's own warnings. */
export const complaints = ({ err }: { err: string }): string[] =>
  err
    .split('\n')
    .filter((line) => line !== '' && !/^\(node:\d+\)|^\(Use `node --trace|^Store: /.test(line))
    .map((line) => line.slice(0, 600));

type SandboxTest = (sandbox: Sandbox, running: SammenHere) => Promise<void>;

/** Runs a test in its own sandbox, on a Tuesday morning. Sammen must exit with 0 and print no complaint. */
export const inSandbox = (test: SandboxTest, env: Environment = {}): Promise<void> =>
  process.env.STORY_ON === 'mongodb' ? inTwoProcesses(test, env) : inOneProcess(test, env);

/** Runs the same stories on two processes that take turns in answering requests (`npm run test:mongodb`). */
const inTwoProcesses = async (test: SandboxTest, env: Environment): Promise<void> =>
  (await import('../../mongodb/support/two-processes.ts')).inTwoProcesses(test, env);

const inOneProcess = (test: SandboxTest, env: Environment): Promise<void> =>
  inTempFolder(async (folder) => {
    const running = await openOnTuesday(folder, env);
    let passed = false;
    try {
      await test(
        sandboxAt(() => running.url),
        running,
      );
      passed = true;
    } catch (error) {
      const { err } = running.printed();
      if (err !== '' && error instanceof Error) error.message += `\nSammen had printed:\n${err}`;
      throw error;
    } finally {
      const ended = await running.stop();
      if (passed) assert.deepEqual({ code: ended.code, complaints: complaints(ended) }, { code: 0, complaints: [] });
    }
  });
