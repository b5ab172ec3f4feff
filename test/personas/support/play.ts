import assert from 'node:assert/strict';
import type { Button, Place, Shown } from './place.ts';
import type { Chat, Step, Who } from './script.ts';

/** Plays a chat; a step that does not hold fails with everything that stands in that chat. */
export const play = async ({ title, steps }: Chat, place: Place): Promise<void> => {
  const lastCount = new Map<Who, number>();
  const listening = new Set(steps.filter(([, does]) => does === 'hears nothing new').map(([who]) => who));
  for (const who of listening) lastCount.set(who, (await place.shown(who)).length);
  for (const [index, step] of steps.entries()) {
    try {
      await take(step, place, lastCount);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      const chat = step[0] === 'the clock' ? [] : await place.shown(step[0]);
      const where = `${title}, step ${index + 1}, ${told(step)}`;
      throw new assert.AssertionError({ message: `${where}: ${error.message}\n${chat.map(drawn).join('\n')}` });
    }
    if (listening.has(step[0])) lastCount.set(step[0], (await place.shown(step[0])).length);
  }
};

const told = (step: Step): string => step.map(String).join(' · ');

const drawn = ({ text, buttons }: Shown): string =>
  `┌ ${text}\n└ ${buttons.map(({ label }) => `[${label}]`).join(' ')}`;

const take = async (step: Step, place: Place, lastCount: ReadonlyMap<Who, number>): Promise<void> => {
  const [who, does] = step;
  switch (does) {
    case 'says':
      return place.say(who, step[2]);
    case 'replies to': {
      const answered = (await place.shown(who)).findLast(({ text }) => step[2].test(text));
      return place.say(who, step[3], answered ?? assert.fail('there is no such message'));
    }
    case 'presses': {
      const [message, button] = findButton(await place.shown(who), step[2]);
      return place.press(who, message, button, step[3] ?? {});
    }
    case 'goes on':
      return place.goOn(step[2]);
    case 'hears nothing new':
      return assert.equal((await place.shown(who)).length, lastCount.get(who) ?? 0, 'something has come');
    default:
      return look(step, await place.shown(who), () => place.everShown(who));
  }
};

type Look = Exclude<
  Step,
  readonly [Who, 'says' | 'replies to' | 'presses' | 'goes on' | 'hears nothing new', ...unknown[]]
>;

const look = async (step: Look, shown: readonly Shown[], everShown: () => Promise<string>): Promise<void> => {
  const [, does, ...wanted] = step;
  const newest = shown.at(-1) ?? { text: '', buttons: [] };
  const labels = newest.buttons.map(({ label }) => label);
  for (const one of wanted) {
    if (does === 'reads') assert.match(newest.text, one as RegExp);
    if (does === 'does not read') assert.doesNotMatch(newest.text, one as RegExp);
    if (does === 'has read') assert.match(shown.map(({ text }) => text).join('\n'), one as RegExp);
    if (does === 'never reads') assert.doesNotMatch(await everShown(), one as RegExp);
    if (does === 'can press')
      assert.ok(newest.buttons.some(isCalled(String(one))), `${one} among ${labels.join(', ')}`);
    if (does === 'cannot press') assert.ok(!newest.buttons.some(isCalled(String(one))), `not ${one}`);
    if (does === 'can press first')
      assert.ok(newest.buttons.slice(0, 1).some(isCalled(String(one))), labels[0] ?? 'none');
    if (does === 'has drafts') assert.equal(shown.filter(canBeSent).length, one);
  }
};

const isCalled =
  (name: string) =>
  ({ label, verb }: Button): boolean =>
    label === name || verb === name;

const canBeSent = ({ buttons }: Shown): boolean => buttons.some(isCalled('submit-dilemma'));

const findButton = (shown: readonly Shown[], name: string): [Shown, Button] => {
  for (const message of shown.toReversed()) {
    const button = message.buttons.find(isCalled(name));
    if (button !== undefined) return [message, button];
  }
  return assert.fail(`nothing to press is called ${name}`);
};
