import { warningFor } from '../cases/warning-for.ts';
import { addresseesOf } from '../cases/whom-to.ts';
import type { Person } from '../people/person.ts';
import { isTipDue } from '../people/phone-tip.ts';
import { saysMuch } from '../routing/says-much.ts';
import type { DraftDeps } from './deps.ts';
import type { Draft } from './draft.ts';
import { type DraftViewContext, doubtAbout } from './draft-view.ts';
import { offerOf } from './in-offer.ts';

export type StandDeps = Pick<
  DraftDeps,
  'cases' | 'people' | 'platforms' | 'clock' | 'organisation' | 'warningWords' | 'classify'
>;

/**
 * What an unsent draft is to its writer: a dilemma, words that may be for a colleague, a question that Sammen has asked
 * them, words in the field of an offer, or a form without words.
 */
export const standsAs = async (
  draft: Draft,
  writer: Person,
  deps: StandDeps,
): Promise<'dilemma' | 'words' | 'doubt' | 'in-offer' | 'blank'> => {
  if (draft.text === '') return 'blank';
  if (draft.state !== 'open') return 'dilemma';
  if (offerOf(draft) !== null) return 'in-offer';
  if (draft.isNew === true || draft.follows !== null) return 'dilemma';
  const addressees = await addresseesOf(draft, writer, deps);
  if (addressees.length > 0) return 'words';
  return doubtAbout(draft, { addressees, ...readingOf(writer, deps) }) === null ? 'dilemma' : 'doubt';
};

/** How a draft's text is read for its writer. `begun`: when its first line was written. */
export const readingOf = (
  writer: Person,
  deps: Pick<StandDeps, 'classify' | 'organisation' | 'warningWords'>,
  begun?: Date,
): Pick<DraftViewContext, 'knows' | 'warn'> => ({
  knows: (text) => saysMuch(deps.classify(text)),
  // The sandbox keeps people's own messages masked.
  warn: (text, found, said) =>
    warningFor(
      text,
      {
        found,
        deletable: writer.addresses.some(({ platform }) => platform !== 'sandbox'),
        writer,
        tip: isTipDue(writer, begun),
        said,
      },
      deps,
    ),
});
