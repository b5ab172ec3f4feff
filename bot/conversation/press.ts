import { LINK_ACTIONS } from '../accounts/command.ts';
import { askForErasure, GOODBYE } from '../accounts/erasure/ask-for-erasure.ts';
import { pressLink } from '../accounts/linking/press-link.ts';
import { ADMIN_ACTIONS } from '../admin/command.ts';
import { pressAdmin } from '../admin/press-admin.ts';
import { changeCase } from '../cases/change-case.ts';
import type { CaseVerb } from '../cases/command.ts';
import { partOfNow } from '../cases/part-of-now.ts';
import { pressUnit } from '../cases/set-unit.ts';
import type { Command } from '../commands.ts';
import type { Reading } from '../dates/reading.ts';
import type { Deps } from '../deps.ts';
import { useWordsInOffer } from '../drafts/in-offer.ts';
import { keepDraft } from '../drafts/keep-draft.ts';
import { pressDraft } from '../drafts/press-draft.ts';
import { fingerprint } from '../fingerprint.ts';
import type { CaseId, DeliveryId } from '../ids.ts';
import { languageReplyId, pressAfterGoodbyeId, pressReplyId, refreshedCaseId, shownCaseId } from '../messages/ids.ts';
import { answer, update } from '../messages/owed.ts';
import type { Saying } from '../notices.ts';
import { NUDGE_ACTIONS, RUN_ACTIONS, WISH_ACTIONS } from '../nudges/command.ts';
import { pressNudge } from '../nudges/press-nudge.ts';
import { pressRun } from '../nudges/press-run.ts';
import { pressWish } from '../nudges/press-wish.ts';
import { awayUntil } from '../people/absences.ts';
import { PROFILE_ACTIONS } from '../people/command.ts';
import { maskFor } from '../people/mask-for.ts';
import { isAgent, type Person } from '../people/person.ts';
import { pressProfile } from '../people/press-profile.ts';
import { handleOnce, type Pressing } from '../presses/handle-once.ts';
import { type Changed, once } from '../presses/once.ts';
import { type PressDelivery, withoutId } from '../presses/press-delivery.ts';
import { type Masked, NO_WORDS } from '../privacy/mask.ts';
import { Refusal } from '../refusal.ts';
import { answerWord } from './answer-word.ts';
import { decodeAction } from './decode-action.ts';
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
  const { command, rev } = decodeAction(verb, data, mask, readingOf(person, deps));
  const wish = fingerprint('pressed', person._id, message, command, rev ?? pressed.rev ?? null);
  // To stop is always right, so a "stop" after a "start" is a new press, however soon it comes.
  const safe = command.verb === 'stop-nudges';
  return handleOnce({ wish, delivery, safe }, deps, async (receipt) => {
    const draft = await wordsOfDraft(command, deps);
    const changed = await act(command, person, { receipt, rev: rev ?? pressed.rev }, deps);
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

const act = async (
  command: Command,
  person: Person,
  { receipt, rev }: { receipt: string; rev: number | undefined },
  deps: Deps,
): Promise<Changed> => {
  if (command.verb === 'forget-me') return askForErasure(command, person, receipt, deps);
  if (person.forgetting !== undefined) {
    await deps.outbox.add([answer(pressAfterGoodbyeId(receipt), person._id, GOODBYE, deps.clock())]);
    return 'done';
  }
  if (isOneOf(command, PROFILE_ACTIONS)) return pressProfile(command, person, receipt, deps);
  if (isOneOf(command, ADMIN_ACTIONS)) return pressAdmin(command, person, receipt, deps);
  if (isOneOf(command, LINK_ACTIONS)) return pressLink(command, person, deps);
  if (isOneOf(command, NUDGE_ACTIONS)) return pressNudge(command, person, receipt, deps);
  if (isOneOf(command, WISH_ACTIONS)) return pressWish(command, person, receipt, deps);
  if (isOneOf(command, RUN_ACTIONS)) return pressRun(command, person, receipt, deps);
  const tell = (id: DeliveryId, say: Saying) => deps.outbox.add([answer(id, person._id, say, deps.clock())]);
  switch (command.verb) {
    case 'submit-dilemma':
    case 'new-dilemma':
    case 'change-draft':
    case 'discard-draft':
    case 'send-to-case':
      return pressDraft(command, person, { receipt, rev }, deps);
    case 'set-unit':
      return pressUnit(command, person, receipt, deps);
    case 'show-case':
      await refuseStranger(command.case, person, deps);
      return once(
        receipt,
        deps,
        () => tell(shownCaseId(receipt), { kind: 'case', case: command.case, from: 'all' }),
        'shows',
      );
    case 'say-word':
      return once(
        receipt,
        deps,
        async () => tell(pressReplyId(receipt), await answerWord({ word: command.word }, person, deps)),
        'shows',
      );
    case 'set-language':
      return once(
        receipt,
        deps,
        async () => {
          await deps.people.setLanguage(person._id, command.language);
          await tell(languageReplyId(receipt), {
            kind: 'reply',
            reply: { kind: 'help', agent: isAgent(person), link: deps.platforms.length > 1, roles: person.roles },
          });
        },
        async () => (await deps.people.get(person._id))?.language === command.language,
      );
    default:
      return pressCase(command, person, receipt, deps);
  }
};

const isOneOf = <Actions extends object>(
  command: Command,
  actions: Actions,
): command is Extract<Command, { verb: keyof Actions }> => Object.hasOwn(actions, command.verb);

const pressCase = async (command: Command<CaseVerb>, person: Person, receipt: string, deps: Deps): Promise<Changed> => {
  try {
    const changed = await changeCase(command, person, receipt, deps);
    // After the case, which may refuse. If the process crashes in between, repeating the press stores the absence.
    const { people, clock, time } = deps;
    if (command.verb === 'accept-case' || command.verb === 'decline-case')
      await useWordsInOffer(command.case, person, deps);
    if (command.verb === 'decline-case')
      await awayUntil(person._id, command, { people, today: time.localDate(clock()) });
    return changed;
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 'not-found') throw error;
    const written = command.verb === 'reply' || command.verb === 'reopen-case' ? command.text.unmeasured : NO_WORDS;
    if (error.code === 'too-late' && written !== '') {
      // The case was closed too long ago: the text becomes a new draft that mentions the old case.
      const old = await deps.cases.get(command.case);
      await keepDraft({ heard: receipt, person, text: written, found: [], follows: old?.number ?? null }, deps);
      return 'done';
    }
    await refreshCard(command.case, person, receipt, deps);
    throw error;
  }
};

/** Updates a card whose action is no longer allowed. */
const refreshCard = async (
  id: CaseId,
  person: Person,
  receipt: string,
  { outbox, clock }: Pick<Deps, 'outbox' | 'clock'>,
): Promise<void> => {
  const say = { kind: 'case', case: id, from: 'all' } as const;
  await outbox.add([update(refreshedCaseId(receipt), person._id, say, clock())]);
};

/** @throws Refusal when this person may not know the case */
const refuseStranger = async (id: CaseId, person: Person, deps: Pick<Deps, 'cases' | 'people'>): Promise<void> => {
  const c = await deps.cases.get(id);
  if (c === null || (await partOfNow(c, person, deps)) === 'stranger') throw new Refusal('not-found');
};
