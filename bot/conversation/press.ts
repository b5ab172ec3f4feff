import type { Command } from '../commands.ts';
import type { Reading } from '../dates/reading.ts';
import type { Deps } from '../deps.ts';
import { fingerprint } from '../fingerprint.ts';
import { idsToday } from '../former-ids.ts';
import { maskFor } from '../people/mask-for.ts';
import type { Person } from '../people/person.ts';
import { handleOnce, type Pressing } from '../presses/handle-once.ts';
import { type PressDelivery, withoutId } from '../presses/press-delivery.ts';
import type { Masked } from '../privacy/mask.ts';
import { act } from './act.ts';
import { decodeAction } from './decode-action.ts';
import { ofGoneCase } from './of-gone-case.ts';
import { noting, tellNoticed } from './tell-noticed.ts';

/**
 * A press on a card: the message it was on, and the data the platform sent. `data` is untrusted. Without a `delivery`
 * the caller has no ids for presses.
 */
export type Pressed = {
  from: Person;
  message: string;
  verb: string;
  data: unknown;
  rev?: number | undefined;
  delivery?: PressDelivery;
};

/**
 * Handles a press once, however often it is delivered (docs/rules.md, "Repeats").
 * @throws MalformedAction when the data is not a valid action
 * @throws Refusal when the case or the person does not allow it; the card they pressed then shows the current state
 */
export const press = async (pressed: Pressed, deps: Deps): Promise<Pressing> => {
  const { from: person, message, verb, data, delivery = withoutId(new Date()) } = pressed;
  const { mask, read } = noting(maskFor(person, deps));
  const { command, rev } = decodeAction(verb, idsToday(data, deps.seal), mask, readingOf(person, deps));
  const wish = deps.seal(fingerprint('pressed', person._id, message, command, rev ?? pressed.rev ?? null));
  // To stop is always right, so a "stop" after a "start" is a new press, however soon it comes.
  const safe = command.verb === 'stop-nudges';
  return handleOnce({ wish, delivery, safe }, deps, async (receipt) => {
    const draft = await wordsOfDraft(command, deps);
    const changed = await ofGoneCase(command, person, receipt, deps, () =>
      act(command, person, { receipt, rev: rev ?? pressed.rev }, deps),
    );
    if (changed === 'done') await tellNoticed({ ...read(), ...draft }, { person, command, receipt }, deps);
    return changed;
  });
};

/** The words that go to a case from a draft, which is emptied then. */
const wordsOfDraft = async (command: Command, { drafts }: Pick<Deps, 'drafts'>): Promise<{ text?: Masked }> => {
  const draft = command.verb === 'send-to-case' ? await drafts.get(command.draft) : null;
  return draft === null ? {} : { text: draft.text };
};

/** How this person's dates and times are read. */
const readingOf = ({ language }: Person, { clock, organisation }: Pick<Deps, 'clock' | 'organisation'>): Reading => ({
  now: clock(),
  language,
  zone: organisation.timeZone,
});
