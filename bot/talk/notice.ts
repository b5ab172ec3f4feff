import type { Role } from '../words.ts';
import type { SmallTalk } from './small-talk.ts';
import type { WordInChat } from './word-in-chat.ts';

/** Short answers that do not belong to a capability. */
export type TalkReply =
  /** `link`: whether there are several platforms to link. `roles`: whose own words it lists; none in older ones. */
  | {
      kind: 'help';
      agent: boolean;
      link: boolean;
      roles?: readonly Role[];
      /** A server of embeddings gets the masked dilemmas. */
      embeddings?: true;
    }
  /** Who can read what somebody writes. `embeddings`: as in the help. */
  | { kind: 'readers'; embeddings?: true }
  /** Somebody without a role asked for the overview. */
  | { kind: 'no-overview' }
  /** Somebody without the role asked for what only others can see. */
  | { kind: 'not-for-you'; word: 'report' | 'preview' | 'admin' | 'access-log' }
  | { kind: 'greeting'; name: string }
  /** `of`: what it answers; thanks in older ones. */
  | { kind: 'thanks'; of?: Exclude<SmallTalk, 'greeting'> }
  | { kind: 'not-understood' }
  /** They wrote something that is one letter away from a word of ours. */
  | { kind: 'did-you-mean'; word: GuessedWord }
  | { kind: 'too-long'; length: number; most: number }
  | { kind: 'principles' }
  /** The team command was written in a private chat; it works only in a channel. */
  | { kind: 'team-where' };

/** A word that was not written as it is. Numbers, codes and what somebody looks for are never guessed. */
export type GuessedWord = Exclude<WordInChat['word'], 'case' | 'code' | 'search'>;
