import { askAboutField } from '../cases/ask-about-field.ts';
import { changeCase } from '../cases/change-case.ts';
import type { CaseVerb } from '../cases/command.ts';
import type { CaseDeps } from '../cases/deps.ts';
import type { Command } from '../commands.ts';
import type { Deps } from '../deps.ts';
import { useWordsInOffer } from '../drafts/in-offer.ts';
import { keepDraft } from '../drafts/keep-draft.ts';
import type { CaseId } from '../ids.ts';
import { refreshedCaseId } from '../messages/ids.ts';
import { update } from '../messages/owed.ts';
import { awayUntil } from '../people/absences.ts';
import type { Person } from '../people/person.ts';
import type { Changed } from '../presses/once.ts';
import { NO_WORDS } from '../privacy/mask.ts';
import { Refusal } from '../refusal.ts';
import { proposeStory } from '../stories/propose.ts';
import { fieldOf } from './field-of.ts';

/** After these, what was typed in the chat is no longer in the field of the card. */
const USE_WORDS: ReadonlySet<CaseVerb> = new Set(['accept-case', 'decline-case', 'note-to-agent', 'decline-co-agent']);

type PressCaseDeps = CaseDeps & Pick<Deps, 'drafts' | 'stories' | 'classifyWithHelp' | 'outbox'>;

/**
 * Changes a case. On a refusal, the card that was pressed shows the current state; words that come too late become a
 * draft. @throws Refusal
 */
export const pressCase = async (
  command: Command<CaseVerb>,
  person: Person,
  receipt: string,
  deps: PressCaseDeps,
): Promise<Changed> => {
  try {
    const changed = await changeCase(command, person, receipt, deps);
    // After the case, which may refuse. If the process crashes in between, repeating the press stores the absence.
    const { people, clock, time } = deps;
    if (USE_WORDS.has(command.verb)) await useWordsInOffer(command.case, person, deps);
    if (command.verb === 'decline-case')
      await awayUntil(person._id, command, { people, today: time.localDate(clock()) });
    if (command.verb === 'decline-case' || command.verb === 'give-back') await askAboutField(command, person, deps);
    // A process that dies in between leaves it to the clock.
    if (command.verb === 'follow-up') await proposeStory(command.case, person._id, deps);
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
    // A card that changes loses what was typed on it: whoever left out a field only fills it in.
    if (fieldOf(error, command.verb) === null) await refreshCard(command.case, person, receipt, deps);
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
