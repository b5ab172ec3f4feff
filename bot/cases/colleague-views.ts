import type { PersonId } from '../ids.ts';
import type { AgentsToChoose } from '../people/agents-to-choose.ts';
import type { Platform } from '../platform.ts';
import type { Masked } from '../privacy/mask.ts';
import type { Need } from '../routing/classify.ts';
import type { Barrier } from './introducing.ts';
import type { Invitation } from './invitations.ts';

/** `who` is null when erased. The asker is asked what they may read while `state` is `asker`. */
type InvitationShown = { for: Invitation['for']; who: string | null; state: 'asker' | 'colleague'; until: Date };

/**
 * `shutOut`: the colleague never hears of the case, whatever an anonymous asker answers: they are the asker, or somebody
 * who may not get it.
 */
export type AskersInvitation = InvitationShown & {
  reason: Masked;
  show: Invitation['show'];
  shutOut: 'you' | 'other' | null;
};

/** The colleagues an agent may choose from, and what became of the one they asked. */
export type Colleagues = {
  /** Empty where the agent may choose nobody now. */
  toChoose: AgentsToChoose;
  asked: InvitationShown | null;
  /** Whom they asked last, when it came to nothing; null when erased, or when nobody was asked. */
  asKept: string | null;
  /** Who helps the viewer; null when nobody does. */
  coAgent: string | null;
  /** What the two agents wrote to each other, oldest first: nobody else sees it. */
  notes: readonly NoteView[];
  /** The colleague who knows what the case needs besides; null when none is suggested, or one was asked. */
  suggested: { id: PersonId; name: string; needs: readonly Need[] } | null;
};

/** `who` is null when erased. */
export type NoteView = { by: 'you' | 'other'; who: string | null; at: Date; text: Masked };

/** `colleague` is null when erased. */
export type AskerIntroduction = { colleague: { name: string; unit: string | null } | null } & (
  | {
      /** The asker has not answered yet. */
      state: 'asked';
      until: Date;
      /** Why they cannot say yes; null when they can. */
      barrier: Barrier | null;
      /** The colleague may have read the dilemma as an agent, so that with a name they would know whose it is. */
      hasRead: boolean;
    }
  | { state: 'waits'; until: Date }
  | { state: 'made'; contact: Contact | null }
  | { state: 'off' | 'you-said-no' }
);

/** `asked`: somebody has not answered yet. The name is null when erased. */
export type HeldIntroduction = { state: 'asked' | 'made' | 'off'; colleague: string | null };

/** How to get hold of somebody. `chat`: a link to the chat with them. */
export type Contact = { unit: string | null; phone: string | null; chat: ChatLink | null };

export type ChatLink = { platform: Platform; url: string };
