import { type Changed, changeCase } from '../cases/change-case.ts';
import { partOf } from '../cases/rules.ts';
import { type CaseVerb, type Command, decodeAction, type Verb } from '../commands.ts';
import { fingerprint } from '../fingerprint.ts';
import { type CaseId, deliveryId } from '../ids.ts';
import type { Needs } from '../needs.ts';
import { NUDGE_VERBS, RUN_VERBS, WISH_VERBS } from '../nudges/nudge-actions.ts';
import { pressNudge } from '../nudges/press-nudge.ts';
import { pressRun } from '../nudges/press-run.ts';
import { pressWish } from '../nudges/press-wish.ts';
import { answer, type Saying } from '../owed.ts';
import { awayUntil } from '../people/absences.ts';
import { askToBeForgotten, GOODBYE } from '../people/forgetting/ask-to-forget.ts';
import { pressLink } from '../people/linking/press-link.ts';
import { managersAbove } from '../people/managers.ts';
import { ADMIN_VERBS, LINK_VERBS, PROFILE_VERBS } from '../people/people-actions.ts';
import type { Person } from '../people/person.ts';
import { pressAdmin } from '../people/press-admin.ts';
import { pressProfile } from '../people/press-profile.ts';
import { Refusal } from '../refusal.ts';
import { pressDraft } from './draft-actions.ts';
import { draftFrom } from './draft-from.ts';
import { maskFor } from './masking.ts';

/** A press on a card: which message it stood on, and what the platform sent. Nothing in it is trusted. */
export type Pressed = { from: Person; message: string; verb: string; data: unknown; rev?: number | undefined };

/**
 * Does what a press asks for, once: the same person, message, verb, data and revision again does nothing.
 * @throws MalformedAction when it is no action of ours
 * @throws Refusal when the case or the person does not allow it; the presser's card then turns into what is true now
 */
export const press = async (pressed: Pressed, needs: Needs): Promise<Changed> => {
  const { from: person, message, verb, data } = pressed;
  const mask = maskFor(person, needs.organisation);
  const { command, rev } = decodeAction(verb, data, (text) => mask(text).text);
  const receipt = fingerprint('pressed', person._id, message, command, rev ?? pressed.rev ?? null);
  return act(command, person, receipt, needs);
};

const act = async (command: Command, person: Person, receipt: string, needs: Needs): Promise<Changed> => {
  if (command.verb === 'forget-me') return askToBeForgotten(command, person, receipt, needs);
  if (person.forgetting !== undefined) {
    await needs.outbox.add([answer(`f${receipt}`, person._id, GOODBYE, needs.clock())]);
    return 'done';
  }
  if (isOneOf(command, PROFILE_VERBS)) return pressProfile(command, person, receipt, needs);
  if (isOneOf(command, ADMIN_VERBS)) return pressAdmin(command, person, receipt, needs);
  if (isOneOf(command, LINK_VERBS)) return pressLink(command, person, needs);
  if (isOneOf(command, NUDGE_VERBS)) return pressNudge(command, person, receipt, needs);
  if (isOneOf(command, WISH_VERBS)) return pressWish(command, person, receipt, needs);
  if (isOneOf(command, RUN_VERBS)) return pressRun(command, person, receipt, needs);
  const tell = (id: string, say: Saying) => needs.outbox.add([answer(id, person._id, say, needs.clock())]);
  switch (command.verb) {
    case 'submit-dilemma':
    case 'change-draft':
    case 'discard-draft':
    case 'send-to-case':
      return pressDraft(command, person, receipt, needs);
    case 'show-case':
      await partOrRefuse(command.case, person, needs);
      await tell(`s${receipt}`, { kind: 'case', case: command.case, from: 'all' });
      return 'done';
    case 'set-language':
      await needs.people.setLanguage(person._id, command.language);
      await tell(`l${receipt}`, {
        kind: 'reply',
        reply: { kind: 'help', agent: person.agent !== null, link: needs.platforms.length > 1 },
      });
      return 'done';
    default:
      return pressCase(command, person, receipt, needs);
  }
};

const isOneOf = <V extends Verb>(command: Command, verbs: readonly V[]): command is Extract<Command, { verb: V }> =>
  verbs.some((verb) => verb === command.verb);

const pressCase = async (
  command: Command<CaseVerb>,
  person: Person,
  receipt: string,
  needs: Needs,
): Promise<Changed> => {
  try {
    const changed = await changeCase(command, person, receipt, needs);
    // After the case, which may refuse; a repeat of the press makes up for a process that died between.
    const { people, clock, time } = needs;
    if (command.verb === 'decline-case')
      await awayUntil(person._id, command, { people, today: time.localDate(clock()) });
    return changed;
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 'not-found') throw error;
    if (error.code === 'too-late' && (command.verb === 'reply' || command.verb === 'reopen-case') && command.text) {
      // The case was closed too long ago: what was written is kept as a new draft that names the old case.
      const old = await needs.cases.get(command.case);
      await draftFrom(
        { id: `d${receipt}`, person, text: command.text, found: [], follows: old?.number ?? null },
        needs,
      );
      return 'done';
    }
    await showAsItIs(command.case, person, needs);
    throw error;
  }
};

/** The card whose action is no longer allowed turns into the present state; once for each state. */
const showAsItIs = async (id: CaseId, person: Person, { cases, outbox, clock }: Needs): Promise<void> => {
  const c = await cases.get(id);
  if (c === null) return;
  await outbox.add([
    {
      id: deliveryId(`${id}.${c.rev}.as-it-is.${fingerprint(person._id)}`),
      to: person._id,
      manner: 'quiet',
      notBefore: clock(),
      say: { kind: 'case', case: id, from: 'all' },
    },
  ]);
};

const partOrRefuse = async (id: CaseId, person: Person, { cases, people }: Needs): Promise<void> => {
  const c = await cases.get(id);
  const asker = c === null ? null : await people.get(c.asker);
  const managers = asker === null ? new Set<never>() : await managersAbove(asker, people);
  if (c === null || partOf(c, person, managers) === 'stranger') throw new Refusal('not-found');
};
