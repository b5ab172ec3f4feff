import type { Reference } from '../adapters/teams/references.ts';
import { personId } from '../bot/ids.ts';
import { planRun } from '../bot/nudges/plan-run.ts';
import type { Person } from '../bot/people/person.ts';
import type { Platform } from '../bot/platform.ts';
import type { TestBot } from '../test/support/fixtures/bot-on-store.ts';
import { aPerson, aWelcome, TUESDAY } from '../test/support/fixtures/builders.ts';

export const WEEK = '2026-W50';
export const MONDAY = new Date('2026-12-07T08:01:00.000Z');
const AT_ONCE = 200;

const idOf = (n: number) => personId(`p${String(n).padStart(6, '0')}`);

/** Adds so many people, welcomed long ago, and plans their week. */
export const planned = async (setup: TestBot, platform: Platform, many: number): Promise<void> => {
  const { people, nudges } = setup.store;
  setup.now = MONDAY;
  for (let from = 0; from < many; from += AT_ONCE) {
    const here = Array.from({ length: Math.min(AT_ONCE, many - from) }, (_, n) => idOf(from + n));
    await Promise.all(here.map((id) => people.add(onPlatform(id, platform))));
    await Promise.all(
      here.map((person) => nudges.add(aWelcome(person, { sent: { at: TUESDAY, platform, message: 'w' } }))),
    );
  }
  await planRun(WEEK, setup.deps);
};

const onPlatform = (id: Person['_id'], platform: Platform): Person =>
  aPerson(id, { addresses: [{ platform, id, at: TUESDAY }] });

/** Where Teams keeps their chats. */
export const referencesFor = (many: number, serviceUrl: string): Reference[] =>
  Array.from({ length: many }, (_, n) => ({
    _id: idOf(n),
    conversation: `a:${n}`,
    serviceUrl,
    channel: 'msteams',
    bot: '28:bot',
    user: `29:${n}`,
    tenant: null,
    locale: null,
    timeZone: null,
    installed: true,
  }));
