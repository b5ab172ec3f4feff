import assert from 'node:assert/strict';
import { type Met, meetColleague } from '../../bot/people/meet-colleague.ts';
import type { Person } from '../../bot/people/person.ts';
import type { Platform } from '../../bot/platform.ts';
import { TUESDAY } from '../support/fixtures/builders.ts';
import { say, type TestHouse } from '../support/fixtures/house.ts';

/** A chat account, and whoever is behind it each time they write. */
export type Account = { platform: Platform; id: string; name: string; emails?: string[] };

let seconds = 0;

/** As an adapter does: somebody is met again at each word they write and each press. */
export const meet = (house: TestHouse, { platform, id, name, emails = [] }: Account): Promise<Person> => {
  const met: Met = {
    address: { platform, id, at: new Date(TUESDAY.getTime() + ++seconds * 1000) },
    name,
    emails,
    language: 'da',
  };
  return meetColleague(met, { people: house.store.people, admins: [] });
};

export const writes = async (house: TestHouse, account: Account, text: string): Promise<Person> => {
  const person = await meet(house, account);
  await say(house, person, text);
  return person;
};

export const newest = (house: TestHouse, person: Person) => house.chatOf(person).at(-1)?.notice;

/** Asks for a code on one account and answers it. */
export const codeFor = async (house: TestHouse, account: Account, word = 'forbind'): Promise<string> => {
  const maker = await writes(house, account, word);
  const codes = house.chatOf(maker).flatMap(({ notice }) => (notice.kind === 'link-code' ? [notice.code] : []));
  return codes.at(-1) ?? assert.fail('no code was given');
};

/** Types the code and presses yes; answers the one that two became. */
export const link = async (house: TestHouse, here: Account, there: Account): Promise<Person> => {
  const typer = await writes(house, there, `forbind ${await codeFor(house, here)}`);
  await pressLink(house, typer, 'confirm-link');
  return meet(house, there);
};

export const pressLink = async (house: TestHouse, person: Person, verb: string) => {
  const card = house.chatOf(person).findLast(({ notice }) => notice.kind === 'link-confirm');
  assert.ok(card?.notice.kind === 'link-confirm');
  const pressed = house.bot.press({ from: person, message: card.id, verb, data: { link: card.notice.link } });
  const outcome = await pressed.finally(() => house.sender.flush());
  return outcome;
};
