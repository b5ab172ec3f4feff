/** Short answers to what belongs to no capability. */
export type TalkReply =
  /** `link`: Sammen is on several platforms. */
  | { kind: 'help'; agent: boolean; link: boolean }
  | { kind: 'greeting'; name: string }
  | { kind: 'thanks' }
  | { kind: 'not-understood' }
  | { kind: 'too-long'; length: number; most: number }
  | { kind: 'principles' }
  /** Written where there is no channel: the word has to be said in one. */
  | { kind: 'team-where' };
