import { composeCase } from '../cases/compose-case.ts';
import type { Deps } from '../deps.ts';
import { composeDraft } from '../drafts/compose-draft.ts';
import { composeCode } from '../lives/linking/ask-for-code.ts';
import type { Notice, Saying } from '../notices.ts';
import { composeNudge } from '../nudges/compose-nudge.ts';
import type { Person } from '../people/person.ts';
import type { Subject } from './decode-action.ts';

/** What a message to a person says now. Null when there is nothing that they may see. */
export const compose = async (
  say: Exclude<Saying, { kind: 'team' }>,
  to: Person,
  /** The first turn that the card of a case shows. */
  from: number,
  deps: Deps,
): Promise<Notice | null> => {
  switch (say.kind) {
    case 'reply':
      return say.reply;
    case 'link-code':
      return composeCode(say, deps);
    case 'draft':
      return composeDraft(say.draft, to, deps);
    case 'nudge':
      return composeNudge(say.nudge, to, deps);
    case 'case':
      return composeCase(say.case, to, { from }, deps);
  }
};

/** What the card that something was pressed on shows now. A dilemma is a draft first, then a case. */
export const composeSubject = async (about: Subject, to: Person, from: number, deps: Deps): Promise<Notice | null> =>
  about.kind === 'nudge'
    ? composeNudge(about.id, to, deps)
    : ((await composeDraft(about.id, to, deps)) ?? (await composeCase(about.id, to, { from }, deps)));
