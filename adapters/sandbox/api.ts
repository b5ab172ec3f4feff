import { randomUUID } from 'node:crypto';
import type { Bot } from '../../bot/bot.ts';
import { MalformedAction } from '../../bot/commands.ts';
import { type PersonId, personId } from '../../bot/ids.ts';
import { DEFAULT_CAPACITY, NEVER, type Person } from '../../bot/people/person.ts';
import type { People } from '../../bot/ports.ts';
import { maskPersonalNumbers } from '../../bot/privacy/mask.ts';
import { Refusal } from '../../bot/refusal.ts';
import type { Language } from '../../bot/words.ts';
import type { Cards } from '../../cards/create-cards.ts';
import { BadRequest, json, type Route, type WebAnswer } from '../web/route.ts';
import type { Chat, ChatMessage } from './chat.ts';
import { decode, momentAsked, movedClock, newPerson, pressed, said } from './requests.ts';
import type { SandboxClock } from './sandbox-clock.ts';

export type SandboxNeeds = {
  bot: Bot;
  people: People;
  chat: Chat;
  clock: SandboxClock;
  cards: Cards;
  language: Language;
  timeZone: string;
  /** Numbers that need no masking: the municipality's own. */
  phones: readonly string[];
  jobs: { names: readonly string[]; run(name: string): Promise<Record<string, number>> };
  /** Sends what is due; resolves when it is sent. */
  flush(): Promise<void>;
  changed(what: 'clock' | 'people'): void;
};

const personAsked = async (id: PersonId, people: People): Promise<Person> => {
  const person = await people.get(id);
  if (person === null) throw new BadRequest(404, 'no such person');
  return person;
};

/** The JSON API of the sandbox, open to any script on this machine. */
export const sandboxApi = (needs: SandboxNeeds): Route[] => [
  {
    method: 'get',
    path: '/sandbox/people',
    handle: async () => json(200, { people: (await needs.people.all()).map(personShown) }),
  },
  { method: 'post', path: '/sandbox/people', handle: async (request) => addPerson(await request.json(), needs) },
  {
    method: 'get',
    path: '/sandbox/messages',
    handle: async ({ query }) => {
      const after = query.get('after') ?? '0';
      if (!/^\d{1,15}$/.test(after)) throw new BadRequest(400, 'after: a whole number');
      const person = await personAsked(personId(query.get('person') ?? missing('person')), needs.people);
      const messages = await needs.chat.messages(person._id, Number(after));
      return json(200, { messages: messages.map(messageShown), next: messages.at(-1)?.seq ?? Number(after) });
    },
  },
  { method: 'post', path: '/sandbox/messages', handle: async (request) => hearLine(await request.json(), needs) },
  { method: 'post', path: '/sandbox/actions', handle: async (request) => pressCard(await request.json(), needs) },
  { method: 'get', path: '/sandbox/clock', handle: async () => json(200, { now: needs.clock.now().toISOString() }) },
  {
    method: 'post',
    path: '/sandbox/clock',
    handle: async (request) => {
      const asked = decode(movedClock, await request.json());
      await needs.clock.set(momentAsked(asked, needs.clock.now(), needs.timeZone));
      needs.changed('clock');
      return json(200, { now: needs.clock.now().toISOString() });
    },
  },
  { method: 'get', path: '/sandbox/jobs', handle: async () => json(200, { jobs: needs.jobs.names }) },
  {
    method: 'post',
    path: '/sandbox/jobs/:name',
    handle: async ({ params }) => {
      const name = params.name ?? '';
      if (!needs.jobs.names.includes(name)) throw new BadRequest(404, 'no such job');
      const counts = await needs.jobs.run(name);
      await needs.flush();
      return json(200, counts);
    },
  },
];

const missing = (field: string): never => {
  throw new BadRequest(400, `${field}: missing`);
};

const personShown = ({ _id: id, name, unit, roles }: Person) => ({ id, name, unit, roles });

const messageShown = ({ seq, _id: id, at, from, text, card }: ChatMessage) => ({
  seq,
  id,
  at: at.toISOString(),
  from,
  text,
  card: card === null ? null : JSON.parse(card),
});

const addPerson = async (body: unknown, { people, language, changed }: SandboxNeeds): Promise<WebAnswer> => {
  const asked = decode(newPerson, body);
  if (asked.manager !== undefined) await personAsked(asked.manager, people);
  const roles = new Set(asked.roles ?? []);
  if (asked.agent !== undefined) roles.add('agent');
  const id = personId(`p-${randomUUID().slice(0, 13)}`);
  await people.add({
    _id: id,
    name: asked.name,
    email: null,
    addresses: [{ platform: 'sandbox', id, at: NEVER }],
    unit: asked.unit,
    profession: asked.profession ?? null,
    manager: asked.manager ?? null,
    roles: [...roles],
    language,
    phone: null,
    agent: roles.has('agent')
      ? {
          principles: asked.agent?.principles ?? [],
          topics: asked.agent?.topics ?? [],
          languages: [language],
          capacity: asked.agent?.capacity ?? DEFAULT_CAPACITY,
        }
      : null,
    absences: [],
    askedAt: NEVER,
  });
  changed('people');
  return json(201, { id });
};

const hearLine = async (body: unknown, needs: SandboxNeeds): Promise<WebAnswer> => {
  const { person: id, text } = decode(said, body);
  const person = await personAsked(id, needs.people);
  const phones = person.phone === null ? needs.phones : [...needs.phones, person.phone];
  const line = {
    _id: `own-${randomUUID()}`,
    person: id,
    at: needs.clock.now(),
    from: 'me' as const,
    text: maskPersonalNumbers(text, { phones }).text,
    card: null,
    rev: null,
  };
  await needs.chat.hold(line);
  await dealWith(line, person, text, needs);
  await needs.flush();
  return json(202, {});
};

/** The line is shown once the bot has dealt with it, and before the bot's answer. */
const dealWith = async (
  line: Omit<ChatMessage, 'seq' | 'pending'>,
  person: Person,
  text: string,
  { bot, chat }: Pick<SandboxNeeds, 'bot' | 'chat'>,
): Promise<void> => {
  await bot.hear({ id: line._id, from: person, text });
  await chat.put({ ...line, pending: false }, false);
};

/** Lines that a process which died had taken in and not dealt with. Hearing one twice is hearing it once. */
export const resumeLines = async (needs: Pick<SandboxNeeds, 'bot' | 'chat' | 'people'>): Promise<void> => {
  for (const { seq: _seq, pending: _pending, ...line } of await needs.chat.pending()) {
    const person = await needs.people.get(line.person);
    if (person !== null) await dealWith(line, person, line.text, needs);
  }
};

const pressCard = async (body: unknown, needs: SandboxNeeds): Promise<WebAnswer> => {
  const asked = decode(pressed, body);
  const person = await personAsked(asked.person, needs.people);
  const message = await needs.chat.get(asked.message);
  if (message === null || message.person !== person._id || message.from !== 'bot')
    throw new BadRequest(404, 'no such message');
  try {
    await needs.bot.press({ ...asked, from: person, rev: message.rev ?? undefined });
  } catch (error) {
    if (error instanceof MalformedAction) throw new BadRequest(400, error.message);
    if (!(error instanceof Refusal)) throw error;
    await needs.flush();
    return json(409, { error: { code: error.code, message: needs.cards.refusal(error, person.language) } });
  }
  await needs.flush();
  return json(200, {});
};
