import { randomUUID } from 'node:crypto';
import type { Bot } from '../../bot/conversation/bot.ts';
import { MalformedAction } from '../../bot/conversation/decode-action.ts';
import { fieldOf } from '../../bot/conversation/field-of.ts';
import { type PersonId, personId } from '../../bot/ids.ts';
import type { Organisation } from '../../bot/organisation.ts';
import { blankColleague, blankProfile } from '../../bot/people/blank-colleague.ts';
import { maskFor } from '../../bot/people/mask-for.ts';
import { type AgentProfile, NEVER, type Person } from '../../bot/people/person.ts';
import type { People } from '../../bot/people/port.ts';
import type { PublicNumbers } from '../../bot/privacy/public-numbers.ts';
import { Refusal } from '../../bot/refusal.ts';
import type { WorkingTime } from '../../bot/time/working-time.ts';
import type { Language } from '../../bot/words.ts';
import type { Cards } from '../../cards/create-cards.ts';
import { BadRequest, json, type Route, type WebAnswer } from '../web/route.ts';
import type { Chat, ChatMessage, OwnLine } from './chat.ts';
import { seenIn } from './news.ts';
import { decode, momentAsked, movedClock, type NewProfile, newPerson, pressed, writtenLine } from './requests.ts';
import type { SandboxClock } from './sandbox-clock.ts';
import { workingHoursAt } from './working-hours.ts';

export type SandboxDeps = {
  bot: Bot;
  people: People;
  chat: Chat;
  clock: SandboxClock;
  time: WorkingTime;
  cards: Cards;
  organisation: Organisation;
  publicNumbers: PublicNumbers;
  jobs: { names: readonly string[]; run(name: string): Promise<Readonly<Record<string, number>>> };
  /** Sends due messages; resolves when they are sent. */
  flush(): Promise<void>;
  /** Like `flush`, but also waits for messages that another process is sending. */
  drain(): Promise<void>;
  changed(what: 'clock' | 'people'): void;
};

const personAsked = async (id: PersonId, people: People): Promise<Person> => {
  const person = await people.get(id);
  if (person === null) throw new BadRequest(404, 'no such person');
  return person;
};

/** The sandbox's JSON API, open to every script on this machine. */
export const sandboxApi = (deps: SandboxDeps): Route[] =>
  routesOf(deps).map((route) => ({
    ...route,
    handle: async (request) => {
      // Another process may have moved the clock.
      await deps.clock.refresh();
      return route.handle(request);
    },
  }));

const routesOf = (deps: SandboxDeps): Route[] => [
  {
    method: 'get',
    path: '/sandbox/people',
    handle: async () => {
      const people = (await deps.people.all()).filter(({ left }) => left === null);
      return json(200, { people: people.map(personShown) });
    },
  },
  { method: 'post', path: '/sandbox/people', handle: async (request) => addPerson(await request.json(), deps) },
  {
    method: 'get',
    path: '/sandbox/messages',
    handle: async ({ query }) => {
      const after = query.get('after') ?? '0';
      if (!/^\d{1,15}$/.test(after)) throw new BadRequest(400, 'after: a whole number');
      const person = await personAsked(personId(query.get('person') ?? missing('person')), deps.people);
      const messages = await deps.chat.messages(person._id, Number(after));
      return json(200, { messages: messages.map(messageShown), next: messages.at(-1)?.seq ?? Number(after) });
    },
  },
  {
    method: 'get',
    path: '/sandbox/news',
    handle: async ({ query }) => json(200, { news: await deps.chat.news(seenIn(query)) }),
  },
  { method: 'post', path: '/sandbox/messages', handle: async (request) => hearLine(await request.json(), deps) },
  { method: 'post', path: '/sandbox/actions', handle: async (request) => pressCard(await request.json(), deps) },
  { method: 'get', path: '/sandbox/clock', handle: async () => json(200, { now: deps.clock.now().toISOString() }) },
  {
    method: 'post',
    path: '/sandbox/clock',
    handle: async (request) => {
      const asked = decode(movedClock, await request.json());
      await deps.clock.move((now) => momentAsked(asked, now, deps.organisation.timeZone));
      deps.changed('clock');
      return json(200, { now: deps.clock.now().toISOString() });
    },
  },
  {
    method: 'get',
    path: '/sandbox/working-hours',
    handle: async () => json(200, workingHoursAt(deps.clock.now(), deps.time)),
  },
  { method: 'get', path: '/sandbox/jobs', handle: async () => json(200, { jobs: deps.jobs.names }) },
  {
    method: 'post',
    path: '/sandbox/jobs/:name',
    handle: async ({ params }) => {
      const name = params.name ?? '';
      if (!deps.jobs.names.includes(name)) throw new BadRequest(404, 'no such job');
      const counts = await deps.jobs.run(name);
      await deps.drain();
      // A job may have erased people or removed people who left.
      deps.changed('people');
      return json(200, counts);
    },
  },
];

const missing = (field: string): never => {
  throw new BadRequest(400, `${field}: missing`);
};

const personShown = ({ _id: id, name, unit, roles }: Person) => ({ id, name, unit: unit ?? '', roles });

const messageShown = ({ seq, _id: id, at, from, text, card }: ChatMessage) => ({
  seq,
  id,
  at: at.toISOString(),
  from,
  text,
  card: card === null ? null : JSON.parse(card),
});

const addPerson = async (body: unknown, { people, organisation, changed }: SandboxDeps): Promise<WebAnswer> => {
  const { language } = organisation;
  const asked = decode(newPerson, body);
  if (asked.manager !== undefined) await personAsked(asked.manager, people);
  const roles = new Set(asked.roles ?? []);
  if (asked.agent !== undefined) roles.add('agent');
  const id = personId(`p-${randomUUID().slice(0, 13)}`);
  await people.add(
    blankColleague(id, asked.name, language, {
      addresses: [{ platform: 'sandbox', id, at: NEVER }],
      unit: asked.unit,
      profession: asked.profession ?? null,
      manager: asked.manager ?? null,
      roles: [...roles],
      agent: roles.has('agent') ? profileAsked(asked.agent ?? {}, language) : null,
    }),
  );
  changed('people');
  return json(201, { id });
};

const profileAsked = ({ principles, topics, capacity }: NewProfile, language: Language): AgentProfile => {
  const blank = blankProfile(language);
  return {
    ...blank,
    principles: principles ?? blank.principles,
    topics: topics ?? blank.topics,
    capacity: capacity ?? blank.capacity,
  };
};

const hearLine = async (body: unknown, deps: SandboxDeps): Promise<WebAnswer> => {
  const { person: id, text } = decode(writtenLine, body);
  const person = await personAsked(id, deps.people);
  const line: OwnLine = {
    _id: `own-${randomUUID()}`,
    person: id,
    at: deps.clock.now(),
    from: 'me',
    text: maskFor(person, deps)(text).text,
    card: null,
    neutral: null,
    rev: null,
  };
  await deps.chat.hold(line);
  try {
    await deps.bot.hear({ id: line._id, from: person, text });
  } catch (error) {
    await deps.chat.withdraw(line._id).catch(() => undefined);
    throw error;
  }
  // The line appears after the bot has processed it and before the bot's answer.
  await deps.chat.release(line);
  await deps.flush();
  return json(202, {});
};

/** Processes lines that a crashed process accepted but did not process. Hearing a line twice has no further effect. */
export const resumeLines = async ({
  bot,
  chat,
  people,
  onFault,
}: Pick<SandboxDeps, 'bot' | 'chat' | 'people'> & { onFault(error: unknown): void }): Promise<void> => {
  for (const line of await chat.held()) {
    const person = await people.get(line.person);
    // A line that fails must not block the start; it is shown without an answer.
    if (person !== null) await bot.hear({ id: line._id, from: person, text: line.text }).catch(onFault);
    await chat.release(line);
  }
};

const pressCard = async (body: unknown, deps: SandboxDeps): Promise<WebAnswer> => {
  const asked = decode(pressed, body);
  const person = await personAsked(asked.person, deps.people);
  const message = await deps.chat.get(asked.message);
  if (message === null || message.person !== person._id || message.from !== 'bot')
    throw new BadRequest(404, 'no such message');
  try {
    await deps.bot.press({ ...asked, from: person, rev: message.rev ?? undefined });
  } catch (error) {
    if (error instanceof MalformedAction) throw new BadRequest(400, error.message);
    if (!(error instanceof Refusal)) throw error;
    await deps.flush();
    const field = fieldOf(error, asked.verb);
    const message = deps.cards.refusal(error, person.language);
    return json(409, { error: { code: error.code, message, ...(field === null ? {} : { field }) } });
  }
  await deps.flush();
  return json(200, {});
};
