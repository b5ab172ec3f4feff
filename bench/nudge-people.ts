import type { Reference } from '../adapters/teams/references.ts';
import { personId } from '../bot/ids.ts';
import { planRun } from '../bot/nudges/plan-run.ts';
import type { Person } from '../bot/people/person.ts';
import type { Platform } from '../bot/platform.ts';
import type { TestBot } from '../test/support/fixtures/bot-on-store.ts';
import { aPerson, aWelcome, TUESDAY } from '../test/support/fixtures/builders.ts';

export const WEEK = '2026-W50';
export const MONDAY = new Date('2026-12-07T08:01:00.000Z');
const BATCH_SIZE = 200;

const idOf = (n: number) => personId(`p${String(n).padStart(6, '0')}`);

/** Adds `count` people who were welcomed long ago, and plans their week. */
export const planPeople = async (setup: TestBot, platform: Platform, count: number): Promise<void> => {
  const { people, nudges } = setup.store;
  setup.now = MONDAY;
  for (let from = 0; from < count; from += BATCH_SIZE) {
    const batch = Array.from({ length: Math.min(BATCH_SIZE, count - from) }, (_, n) => idOf(from + n));
    await Promise.all(batch.map((id) => people.add(onPlatform(id, platform))));
    await Promise.all(
      batch.map((person) => nudges.add(aWelcome(person, { sent: { at: TUESDAY, platform, message: 'w' } }))),
    );
  }
  await planRun(WEEK, setup.deps);
};

const onPlatform = (id: Person['_id'], platform: Platform): Person =>
  aPerson(id, { addresses: [{ platform, id, at: TUESDAY }] });

/** The references to these people's chats in Teams. */
export const referencesFor = (count: number, serviceUrl: string): Reference[] =>
  Array.from({ length: count }, (_, n) => ({
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
