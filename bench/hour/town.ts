import { writeFile } from 'node:fs/promises';
import { openMongo } from '../../adapters/store/mongodb/open-mongo.ts';
import { openReferences } from '../../adapters/teams/references.ts';
import { openStore } from '../../app/open-store.ts';
import { personId } from '../../bot/ids.ts';
import type { Person } from '../../bot/people/person.ts';
import { type Week, weekOf } from '../../bot/time/iso-week.ts';
import { WEEK } from '../../bot/time/units.ts';
import * as slack from '../../test/slack/support/events.ts';
import { aPerson, aProfile, aWelcome } from '../../test/support/fixtures/builders.ts';
import { ownOrganisation, REAL } from '../../test/support/fixtures/own-organisation.ts';
import * as teams from '../../test/teams/support/activities.ts';
import { TENANT } from '../../test/teams/support/names.ts';

type Role = 'agent' | 'hr' | 'colleague';
/** `stopped`: wants no nudges. `blocks`: the platform refuses every message to them. */
export type Citizen = {
  name: string;
  platform: 'teams' | 'slack';
  role: Role;
  /** Their own chat with Sammen. */
  chat: string;
  stopped: boolean;
  blocks: boolean;
};

const AGENTS_PER_EMPLOYEE = 1 / 100;
const HR = 6;
/** One in five is on Slack, which is much: every platform gets its share. */
const PER_SLACK = 5;
const PER_STOP = 50;
const BLOCKING = 12;
const CAPACITY = 10;
/** How many documents are written at once. */
const AT_ONCE = 16;

/** As many colleagues as get a nudge or want none, with agents and HR among them. */
export const peopleOf = (nudges: number): Citizen[] => {
  const all = Math.ceil(nudges / (1 - 1 / PER_STOP)) + BLOCKING;
  const agents = Math.max(6, Math.round(all * AGENTS_PER_EMPLOYEE));
  return Array.from({ length: all }, (_, n) => {
    const role = n < agents ? 'agent' : n < agents + HR ? 'hr' : 'colleague';
    const blocks = n >= all - BLOCKING;
    const isColleague = role === 'colleague' && !blocks;
    return { ...citizen(n, role), stopped: isColleague && n % PER_STOP === 0, blocks };
  });
};

/** Somebody of this number; numbers beyond the list are new colleagues. */
export const citizen = (n: number, role: Role = 'colleague'): Citizen => {
  const name = `p${n}`;
  const platform = n % PER_SLACK === 0 ? 'slack' : 'teams';
  const chat = platform === 'slack' ? slack.aUser(name).chat : teams.aUser(name).conversation;
  return { name, platform, role, chat, stopped: false, blocks: false };
};

export const emailOf = ({ name }: Citizen): string => `${name}@proeveby.dk`;

/** One of these is within a working day at any time from Sunday evening to Saturday morning in Denmark. */
const TIME_ZONES = ['Europe/Copenhagen', 'America/New_York', 'Pacific/Auckland'] as const;

/**
 * The municipality's hours are the run's, so that the week's nudges go out when it begins. Where it is too late in
 * Denmark for that, the municipality lies elsewhere.
 */
export const writeOrganisation = async (file: string, opens: Date, minutes: number): Promise<void> => {
  const ends = new Date(opens.getTime() + minutes * 60_000);
  const timeZone = TIME_ZONES.find((zone) => isOneWorkingDay(localIn(zone), opens, ends));
  if (timeZone === undefined) throw new Error('nudges go out on working days: run it from Monday to Friday');
  const local = localIn(timeZone);
  const date = local(opens, { dateStyle: 'short' });
  const from = local(opens, { timeStyle: 'short' });
  const closes = new Date(opens.getTime() + (minutes + LONGEST_END_MINUTES) * 60_000);
  const until = local(closes, { dateStyle: 'short' }) === date ? local(closes, { timeStyle: 'short' }) : '23:59';
  const weekday = weekdayOf(date);
  const others = [1, 2, 3, 4, 5].filter((one) => one !== weekday);
  const closedDays = others.map((one) => isoDay(Date.parse(`${date}T12:00:00Z`) + (one - weekday) * DAY_MS));
  const hours = Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [from, until]]));
  await writeFile(file, JSON.stringify({ ...ownOrganisation(), timeZone, hours, closedDays }));
};

type Local = (at: Date, options: Intl.DateTimeFormatOptions) => string;
const localIn =
  (timeZone: string): Local =>
  (at, options) =>
    new Intl.DateTimeFormat('sv-SE', { timeZone, ...options }).format(at);
const weekdayOf = (date: string): number => new Date(`${date}T12:00:00Z`).getUTCDay();
const isOneWorkingDay = (local: Local, from: Date, until: Date): boolean => {
  const [date, last] = [from, until].map((at) => local(at, { dateStyle: 'short' }));
  return date !== undefined && date === last && ![0, 6].includes(weekdayOf(date));
};

const DAY_MS = 86_400_000;
/** How long the end of a run may take at the most: what is open is finished, and everything is delivered. */
const LONGEST_END_MINUTES = 20;
const isoDay = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** Writes people who were welcomed two weeks ago, and whom Teams knows, into an empty store. */
export const fillStore = async (uri: string, people: readonly Citizen[], serviceUrl: string): Promise<Week> => {
  const database = await openMongo(uri);
  try {
    const secrets = { secret: REAL.SECRET, secretPrevious: null, anonymityKey: REAL.ANONYMITY_KEY };
    const store = await openStore(database, 'real', [], secrets);
    const references = await openReferences(database, store.seal);
    const welcomedAt = new Date(Date.now() - 2 * WEEK);
    const week = weekOf(isoDay(welcomedAt.getTime()));
    const write = async (one: Citizen): Promise<void> => {
      const person = personOf(one, welcomedAt);
      await store.people.add(person);
      const sent = { at: welcomedAt, platform: one.platform, message: 'w' };
      await store.nudges.add(aWelcome(person._id, { week, plannedAt: welcomedAt, sent }));
      if (one.stopped) await store.readers.change(person._id, { stoppedAt: welcomedAt });
      if (one.platform === 'teams') await references.keep(referenceOf(one.name, serviceUrl));
    };
    let next = 0;
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (let one = people[next++]; one !== undefined; one = people[next++]) await write(one);
      }),
    );
    return week;
  } finally {
    await database.close();
  }
};

const accountOf = ({ name, platform }: Citizen): string =>
  platform === 'slack' ? slack.aUser(name).id : teams.aUser(name).aadObjectId;

const personOf = (one: Citizen, at: Date): Person =>
  aPerson(one.name, {
    _id: personId(`colleague-${one.name}`),
    name: `${one.name} Prøve`,
    email: emailOf(one),
    said: [{ by: 'list', name: `${one.name} Prøve`, email: emailOf(one), at }],
    addresses: [{ platform: one.platform, id: accountOf(one), at }],
    unit: `Enhed ${Number(one.name.slice(1)) % 150}`,
    imported: true,
    roles: one.role === 'colleague' ? [] : [one.role],
    agent: one.role === 'agent' ? aProfile({ capacity: CAPACITY }) : null,
  });

const referenceOf = (name: string, serviceUrl: string) => {
  const user = teams.aUser(name);
  return {
    _id: user.aadObjectId,
    conversation: user.conversation,
    serviceUrl,
    channel: 'msteams',
    bot: teams.BOT.id,
    user: user.id,
    tenant: TENANT,
    locale: 'da-DK',
    timeZone: 'Europe/Copenhagen',
    installed: true,
  };
};
