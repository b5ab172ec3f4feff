import assert from 'node:assert/strict';
import { type MetColleague, meetColleague } from '../../bot/people/meet-colleague.ts';
import type { Person } from '../../bot/people/person.ts';
import type { Platform } from '../../bot/platform.ts';
import { say, type TestBot } from '../support/fixtures/bot-on-store.ts';
import { TUESDAY } from '../support/fixtures/builders.ts';
import { NO_ADMINS } from '../support/fixtures/recorded.ts';

/** A chat account, with the profile that its platform reports. */
export type Account = { platform: Platform; id: string; name: string; emails?: string[] };

let seconds = 0;

/** Identifies the person behind an account, as an adapter does for each message and each press. */
export const meet = (setup: TestBot, { platform, id, name, emails = [] }: Account): Promise<Person> => {
  const met: MetColleague = {
    address: { platform, id, at: new Date(TUESDAY.getTime() + ++seconds * 1000) },
    name,
    emails,
    language: 'da',
  };
  return meetColleague(met, { people: setup.store.people, ...NO_ADMINS });
};

/** Writes a text from an account; returns the person. */
export const writes = async (setup: TestBot, account: Account, text: string): Promise<Person> => {
  const person = await meet(setup, account);
  await say(setup, person, text);
  return person;
};

export const newest = (setup: TestBot, person: Person) => setup.chatOf(person).at(-1)?.notice;

/** Requests a linking code on an account and returns it. */
export const codeFor = async (setup: TestBot, account: Account, word = 'forbind'): Promise<string> => {
  const maker = await writes(setup, account, word);
  const codes = setup.chatOf(maker).flatMap(({ notice }) => (notice.kind === 'link-code' ? [notice.code] : []));
  return codes.at(-1) ?? assert.fail('no code was given');
};

/** Links two accounts with a code; returns the joined person. */
export const link = async (setup: TestBot, here: Account, there: Account): Promise<Person> => {
  const typer = await writes(setup, there, `forbind ${await codeFor(setup, here)}`);
  await pressLink(setup, typer, 'confirm-link');
  return meet(setup, there);
};

export const pressLink = async (setup: TestBot, person: Person, verb: string) => {
  const card = setup.chatOf(person).findLast(({ notice }) => notice.kind === 'link-confirm');
  assert.ok(card?.notice.kind === 'link-confirm');
  const pressed = setup.bot.press({ from: person, message: card.id, verb, data: { link: card.notice.link } });
  const outcome = await pressed.finally(() => setup.sender.flush());
  return outcome;
};
