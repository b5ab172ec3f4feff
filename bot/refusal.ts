/** Why the bot says no. Each code has a sentence for the person in `cards/texts`. */
export type RefusalCode =
  /** No such case or draft as far as this person may know. */
  | 'not-found'
  | 'empty-text'
  | 'too-long'
  /** The draft was sent, thrown away, or older than 24 hours. */
  | 'draft-used'
  | 'draft-discarded'
  | 'draft-ended'
  /** It was written where others read it, so it cannot go without a name. */
  | 'said-openly'
  /** What was pressed is for the other side of the case. */
  | 'only-asker'
  | 'only-agent'
  | 'nobody-has-it'
  | 'taken'
  | 'offer-gone'
  | 'already-answered'
  | 'not-answered'
  | 'closed'
  | 'not-closed'
  | 'withdrawn'
  /** More than 30 days since it was closed. */
  | 'too-late'
  | 'no-step'
  | 'no-share-question'
  | 'not-anonymous'
  | 'reveal-first'
  | 'talk-first'
  | 'date-past'
  | 'needs-ground'
  | 'nothing-to-choose'
  /** Nobody has asked them how it went. */
  | 'not-asked-yet'
  /** About people. */
  | 'bad-phone'
  | 'date-missing'
  | 'dates-turned'
  | 'no-such-colleague'
  | 'only-admin'
  | 'last-admin'
  /** Whether they want to be forgotten. */
  | 'asked-long-ago'
  | 'not-yourself'
  /** About being one person on two platforms. */
  | 'link-gone'
  | 'link-same-place'
  | 'link-both-listed'
  | 'link-manager'
  /** About the weekly principle. */
  | 'no-such-nudge'
  | 'no-other-nudge'
  | 'outside-hours'
  | 'only-hr'
  | 'no-run'
  | 'run-began';

/** A refusal by the domain: nothing was changed. `who` is a name for the sentence, when the person may know it. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: RefusalCode;
  readonly who: string | null;
  constructor(code: RefusalCode, who: string | null = null) {
    super(code);
    this.code = code;
    this.who = who;
  }
}
