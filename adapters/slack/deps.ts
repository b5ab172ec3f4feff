import type { AccountsDeps } from '../../bot/accounts/deps.ts';
import type { CaseDeps } from '../../bot/cases/deps.ts';
import type { PrincipleText } from '../../cards/principles.ts';
import type { ChatDeps } from '../chat/deps.ts';
import type { Self } from './account.ts';
import type { Chats } from './chats.ts';
import type { FormDeps } from './find-form.ts';
import type { SlackApi } from './web-api.ts';

/** What forms and the App Home are composed from. */
type ComposeDeps = FormDeps & Pick<CaseDeps, 'cases' | 'people'> & Pick<AccountsDeps, 'people' | 'readers'>;

/** The dependencies of a turn in Slack. */
export type TurnDeps = ChatDeps & {
  /** For composing the notice behind a pressed button, and the App Home. */
  context: ComposeDeps;
  principles: readonly PrincipleText[];
  chats: Chats;
  api: SlackApi;
  /** Sammen's own ids in this workspace. */
  self(): Self;
};
