import type { Role } from '../words.ts';

/** Short answers that do not belong to a capability. */
export type TalkReply =
  /** `link`: whether there are several platforms to link. `roles`: whose own words it lists; none in older ones. */
  | { kind: 'help'; agent: boolean; link: boolean; roles?: readonly Role[] }
  /** Somebody without a role asked for the overview. */
  | { kind: 'no-overview' }
  | { kind: 'greeting'; name: string }
  | { kind: 'thanks' }
  | { kind: 'not-understood' }
  | { kind: 'too-long'; length: number; most: number }
  | { kind: 'principles' }
  /** The team command was written in a private chat; it works only in a channel. */
  | { kind: 'team-where' };
