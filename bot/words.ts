/** Sammen's closed vocabularies: principles, topics, outcomes and so on. */

export const PRINCIPLES = [
  'lytter-foerst',
  'bygger-bro',
  'skaber-fremdrift',
  'goer-det-nemt',
  'fastholder-virkelyst',
  'tydelig-ramme',
] as const;
export type Principle = (typeof PRINCIPLES)[number];

export const TOPICS = ['lovgivning', 'oekonomi', 'tvaergaaende', 'borgerdialog', 'borgerinitiativ'] as const;
export type Topic = (typeof TOPICS)[number];

export const LANGUAGES = ['da', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
/** The language with this code, such as one asked for in an address; null when there is none. */
export const languageNamed = (code: string | null): Language | null =>
  LANGUAGES.find((language) => language === code) ?? null;

export const ROLES = ['agent', 'hr', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** What an answer led to. Introductions come with their own flow. */
export const OUTCOMES = ['advice', 'introduction', 'small-trial', 'clear-no', 'meeting', 'elsewhere'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** For whom a colleague asks: themselves, a colleague who does not use Sammen, or a citizen with an idea. */
export const FOR_WHOM = ['me', 'colleague', 'citizen'] as const;
export type ForWhom = (typeof FOR_WHOM)[number];

/** Why the answer is a clear no: the municipality may not, it cannot, or it chooses not to. */
export const GROUNDS = ['may-not', 'cannot', 'chooses-not'] as const;
export type Ground = (typeof GROUNDS)[number];
/** The ground as one of these; null when it was written in words of its own. */
export const groundNamed = (text: string): Ground | null => GROUNDS.find((ground) => ground === text) ?? null;

/** Who carries a case on after its answer: "Hvem har bolden?" */
export const OWNERS = ['asker', 'citizens', 'both', 'agent'] as const;
export type Owner = (typeof OWNERS)[number];

/** What becomes of a small trial once it is over. */
export const TRIAL_NEXTS = ['keep', 'adjust', 'stop'] as const;
export type TrialNext = (typeof TRIAL_NEXTS)[number];

export const DECLINE_REASONS = ['not-today', 'not-my-field', 'too-close'] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

export const HELPFUL = ['yes', 'partly', 'no'] as const;
export type Helpful = (typeof HELPFUL)[number];

/** Whether the asker carried out the next step. */
export const KEPT = ['yes', 'partly', 'no'] as const;
export type Kept = (typeof KEPT)[number];

export const NUDGE_KINDS = ['question', 'exercise', 'story', 'reach-out'] as const;
export type NudgeKind = (typeof NUDGE_KINDS)[number];

/** The kind of work a nudge is for; `all` suits everybody. */
export const FIELDS_OF_WORK = ['all', 'schools', 'care', 'technical', 'culture', 'administration'] as const;
export type FieldOfWork = (typeof FIELDS_OF_WORK)[number];

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** The quarterly question: when somebody last did something with a citizen rather than for one. */
export const QUARTER_ANSWERS = ['week', 'month', 'longer', 'not-my-work'] as const;
export type QuarterAnswer = (typeof QUARTER_ANSWERS)[number];

export const RHYTHMS = ['weekly', 'monthly'] as const;
export type Rhythm = (typeof RHYTHMS)[number];
