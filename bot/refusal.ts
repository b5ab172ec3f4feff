/** Why the bot refuses. `cards/texts` has a sentence for the person for each code. */
export type RefusalCode =
  /** The case or draft does not exist, or this person may not know that it does. */
  | 'not-found'
  /** The case is kept no longer: it ended too long ago. */
  | 'case-gone'
  | 'empty-text'
  /** Words to take out: a letter or less; no case has that number; the case is under a legal hold. */
  | 'words-too-short'
  | 'no-such-case'
  | 'case-held'
  | 'too-long'
  /** The draft was already sent. */
  | 'draft-used'
  | 'draft-discarded'
  /** The draft was not sent in time. */
  | 'draft-ended'
  /** The dilemma was written where others could read it, so it cannot be sent anonymously. */
  | 'said-openly'
  /** Only the other side of the case may do this. */
  | 'only-asker'
  | 'only-agent'
  | 'nobody-has-it'
  | 'taken'
  /** They hold the case already. */
  | 'you-have-it'
  | 'offer-gone'
  /** The agent has asked a colleague already, and waits for an answer. */
  | 'asked-colleague'
  /** Nobody asked the asker whether a colleague may read along; or it was answered. */
  | 'no-colleague-question'
  /** The colleague is away, or has no chat with Sammen now. */
  | 'colleague-away'
  /** Nobody is invited to help, or somebody else; the agent has a co-agent, or none; they help already. */
  | 'not-invited'
  | 'has-co-agent'
  | 'no-co-agent'
  | 'helps-already'
  /** The colleague may not get this case. */
  | 'not-for-colleague'
  | 'already-answered'
  | 'not-answered'
  /** There is no answer that could be corrected, or the case has gone on since. */
  | 'nothing-to-correct'
  | 'closed'
  | 'not-closed'
  | 'withdrawn'
  /** The case was closed more than 30 days ago. */
  | 'too-late'
  | 'no-step'
  | 'no-share-question'
  | 'not-anonymous'
  | 'reveal-first'
  | 'talk-first'
  /** There is no proposal of the other side's to say yes to; or it was answered. */
  | 'no-talk'
  | 'talk-agreed'
  /** No talk stands that could be called off. */
  | 'no-talk-to-cancel'
  | 'date-past'
  /** What an outcome needs besides words. */
  | 'needs-ground'
  | 'needs-alternative'
  | 'needs-trial'
  | 'needs-sign'
  | 'nothing-to-choose'
  /** The follow-up question has not been asked yet. */
  | 'not-asked-yet'
  /** Stories: there is none to say yes or no to; it is over for ever. */
  | 'no-story'
  | 'story-over'
  /** The words on the card that was pressed are no longer the story's. */
  | 'story-changed'
  /** The teller comes first: the agent says yes to words that the teller has said yes to. */
  | 'story-not-approved'
  /** The teller of the story cannot be asked; or nobody asked to meet them, or it was answered. */
  | 'teller-gone'
  | 'no-meeting'
  /** The words likely name somebody. */
  | 'story-names'
  /** The platform may have repeated a press whose effect was undone since. */
  | 'just-pressed'
  /** Profiles and roles. */
  | 'bad-phone'
  | 'date-missing'
  /** Nobody can tell which day or time was written; `unclear` could be two days. */
  | 'date-unreadable'
  | 'date-unclear'
  | 'time-unreadable'
  | 'moment-unreadable'
  /** Nobody can tell how long, or it is too short or too long for a talk. */
  | 'minutes-unreadable'
  | 'dates-turned'
  | 'no-such-colleague'
  /** Agents not to ask: somebody who is no agent, a name that two agents share; or too many of them. */
  | 'no-such-agent'
  | 'too-many-agents'
  /** Introductions: nobody, or several, are meant by what was typed. `who` names them, with their units. */
  | 'nobody-meant'
  | 'several-meant'
  /** Sammen has no chat with them, or they are away. */
  | 'colleague-unreachable'
  | 'away-until'
  | 'introduce-asker'
  | 'introduce-manager'
  /** This agent has proposed them in this case before. */
  | 'introduced-before'
  /** Another introduction waits for an answer. */
  | 'introduction-open'
  /** The question does not hold any more, or is somebody else's. */
  | 'no-introduction'
  /** The asker cannot be introduced to themselves, a manager of theirs, or somebody they did not want asked. */
  | 'introduction-stopped'
  | 'only-admin'
  | 'last-admin'
  /** Erasure. */
  | 'asked-long-ago'
  /** They chose themselves where they must choose somebody else. */
  | 'not-yourself'
  /** Linking two accounts of one person. */
  | 'link-gone'
  | 'link-same-place'
  | 'link-both-listed'
  | 'link-manager'
  /** The weekly principle. */
  | 'no-such-nudge'
  | 'no-other-nudge'
  | 'outside-hours'
  | 'only-hr'
  | 'no-run'
  | 'no-such-text'
  | 'run-began';

/**
 * The domain refuses a command; nothing has changed. `who` is a name to mention, if the person may know it. `field` is
 * the field it is about. `day` is a day to mention, as YYYY-MM-DD.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: RefusalCode;
  readonly who: string | null;
  readonly field: string | null;
  readonly day: string | null;
  constructor(code: RefusalCode, who: string | null = null, field: string | null = null, day: string | null = null) {
    super(code);
    this.code = code;
    this.who = who;
    this.field = field;
    this.day = day;
  }
}
