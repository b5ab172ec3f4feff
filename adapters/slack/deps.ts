import type { CaseDeps } from '../../bot/cases/deps.ts';
import type { LivesDeps } from '../../bot/lives/deps.ts';
import type { PrincipleText } from '../../cards/principles.ts';
import type { ChatDeps } from '../chat/deps.ts';
import type { Chats } from './chats.ts';
import type { FormDeps } from './find-form.ts';
import type { Self, SlackApi } from './web-api.ts';

/** What forms and the App Home are composed from. */
type HouseDeps = FormDeps & Pick<CaseDeps, 'cases' | 'people'> & Pick<LivesDeps, 'people' | 'readers'>;

/** What a turn in Slack works with. */
export type TurnDeps = ChatDeps & {
  /** For composing what a pressed button belongs to, and the App Home. */
  context: HouseDeps;
  principles: readonly PrincipleText[];
  chats: Chats;
  api: SlackApi;
  /** Who Sammen is in this workspace. */
  self(): Self;
  /** Slack shuts the app out, and somebody must look after it. */
  onBarred(error: Error): void;
};
