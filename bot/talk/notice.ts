/** Short answers that do not belong to a capability. */
export type TalkReply =
  /** `link`: whether there are several platforms to link. */
  | { kind: 'help'; agent: boolean; link: boolean }
  | { kind: 'greeting'; name: string }
  | { kind: 'thanks' }
  | { kind: 'not-understood' }
  | { kind: 'too-long'; length: number; most: number }
  | { kind: 'principles' }
  /** The team command was written in a private chat; it works only in a channel. */
  | { kind: 'team-where' };
