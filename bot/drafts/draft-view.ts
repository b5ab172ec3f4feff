import type { Addressee, Sent } from '../cases/addressee.ts';
import { promiseTime } from '../cases/promise.ts';
import type { WarningView } from '../cases/view-types.ts';
import type { Organisation } from '../organisation.ts';
import type { Person } from '../people/person.ts';
import type { Masked } from '../privacy/mask.ts';
import { maskOwnWords } from '../privacy/own-words.ts';
import type { Said } from '../privacy/warnings.ts';
import { isSure } from '../routing/classify.ts';
import { certaintyOf } from '../routing/guess.ts';
import { inDoubt } from '../talk/in-doubt.ts';
import type { ShowingWord } from '../talk/word-in-chat.ts';
import type { WorkingTime } from '../time/working-time.ts';
import type { Principle } from '../words.ts';
import { type Draft, hasEnded } from './draft.ts';
import { offerOf } from './in-offer.ts';
import { isVague } from './is-vague.ts';
import { lastDayOf } from './kept-until.ts';
import type { DraftNotice, DraftView } from './notice.ts';
import { writerOf } from './writer-of.ts';

export type DraftViewContext = {
  now: Date;
  time: WorkingTime;
  organisation: Pick<Organisation, 'promiseHours' | 'promiseTodayHours' | 'offerMinutes'>;
  writer: Person;
  /** Whether somebody could read it and write in time. */
  canPromise: boolean;
  agents: DraftView['agents'];
  addressees: readonly Addressee[];
  sent: Sent | null;
  stories: DraftView['stories'];
  /** Whether a text holds a word that dilemmas are known by. */
  knows(text: string): boolean;
  warn(text: Masked, found: Draft['found'], said: Said): WarningView | null;
};

/** The card of a draft in its current state. */
export const draftNotice = (draft: Draft, context: DraftViewContext): DraftNotice => ({
  kind: 'draft',
  view: {
    id: draft._id,
    rev: draft.rev,
    previews: draft.previews,
    now: context.now,
    state: stateShown(draft, context),
    text: draft.text,
    principle: draft.principle,
    topic: draft.topic,
    for: draft.for ?? 'me',
    certainty: certaintyOf(draft),
    choices: choicesOf(draft),
    named: draft.labelled?.principle === 'asker',
    promised: context.canPromise ? { at: promiseTime(false, context), todayAt: promiseTime(true, context) } : null,
    warning: context.warn(draft.text, draft.found, isForSomebody(draft, context) ? 'in-talk' : 'dilemma'),
    lastDay: lastDayOf(draft, context.time),
    endedAs: draft.endedAs ?? 'dilemma',
    stories: context.stories,
    asksUntil: draft.meets?.until ?? null,
    returned: draft.returned ?? false,
    reminded: draft.reminded ?? false,
    vague: isVague(draft.text),
    agents: context.agents,
    addressees: context.addressees,
    isNew: draft.isNew ?? false,
    asksAnew: asksAnew(draft, context),
    inDoubt: doubtAbout(draft, context),
    usedFor: draft.usedFor,
    sent: context.sent,
    follows: draft.follows,
    own: draft.openly ? [] : maskOwnWords(draft.text, writerOf(draft, context.writer)).found,
    openly: draft.openly,
  },
});

/** A longer list is one that nobody reads. */
const MAX_CHOICES = 3;

/**
 * The principles to ask about: the likeliest, when the text says something and it is not sure what (docs/rules.md, "What
 * a case is about"). A text that is asked for two sentences more is not asked about, too.
 */
const choicesOf = (draft: Draft): Principle[] =>
  isAskedAbout(draft) && !isVague(draft.text)
    ? (draft.guess?.principles ?? []).slice(0, MAX_CHOICES).map(({ id }) => id)
    : [];

const isAskedAbout = (draft: Draft): boolean => {
  const certainty = certaintyOf(draft);
  return certainty === 'guess' || (certainty === 'vague' && !isSure(draft.guess?.principles ?? []));
};

/** "Hvem taler jeg med i driften?" goes on with a talk. */
const MIN_WORDS_OF_DILEMMA = 8;
/** A sentence that is a question from its first word on: "øv, hvad med fredag?" answers somebody. */
const QUESTION =
  /(?:^|[.!?\n]\s*)(?:hvordan|hvorfor|hvem|hvad|hvor|hvornår|hvilke[nt]?|må|kan|skal|bør|how|why|who|what|where|when|which|may|can|should|do|does|is|are)\s[^.!?\n]*\?/iu;

/**
 * Whether words that may be for a colleague read like a dilemma of their own: a question that says what it is about, and
 * that answers nothing, as a time or a number would.
 */
const asksAnew = (draft: Draft, { addressees, knows }: Pick<DraftViewContext, 'addressees' | 'knows'>): boolean =>
  draft.answers === undefined &&
  addressees.every(({ does }) => does === 'reply' || does === 'keep') &&
  QUESTION.test(draft.text) &&
  !/\d/u.test(draft.text) &&
  draft.text.split(/\s+/u).length >= MIN_WORDS_OF_DILEMMA &&
  !isVague(draft.text) &&
  knows(draft.text);

/** Whether its words may be meant for a colleague whom the writer talks with. */
const isForSomebody = ({ isNew }: Draft, { addressees }: Pick<DraftViewContext, 'addressees'>): boolean =>
  isNew !== true && addressees.length > 0;

/** Words that warn, or that answer somebody, are no question to Sammen. */
export const doubtAbout = (
  draft: Draft,
  { addressees, knows, warn }: Pick<DraftViewContext, 'addressees' | 'knows' | 'warn'>,
): ShowingWord | null => {
  const mayBe = draft.state === 'open' && draft.isNew !== true && draft.follows === null && addressees.length === 0;
  return mayBe && warn(draft.text, draft.found, 'dilemma') === null ? inDoubt(draft.text, knows) : null;
};

const stateShown = (draft: Draft, { now }: DraftViewContext): DraftView['state'] => {
  if (draft.state !== 'open' && draft.state !== 'changing' && draft.state !== 'sending' && draft.state !== 'ended')
    return draft.state;
  if (hasEnded(draft, now)) return 'ended';
  if (offerOf(draft) !== null && draft.state === 'open') return 'in-offer';
  return draft.state === 'sending' ? 'open' : draft.state;
};
