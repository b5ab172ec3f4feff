import type { PressDeps } from '../drafts/keep-change.ts';
import { beingWritten, type LineDeps } from '../drafts/keep-line.ts';
import { pressDraft } from '../drafts/press-draft.ts';
import { Refusal } from '../refusal.ts';
import type { SealDeps } from '../seal.ts';
import { takesBack } from '../talk/taken-back.ts';
import { heardAs, type Typed } from './heard.ts';

/**
 * Throws the draft away that its writer has just written and takes back in words (docs/rules.md, "Drafts"). False when
 * the text says something else, or there is no such draft any more.
 */
export const takeBack = async ({ id, from, text }: Typed, deps: LineDeps & PressDeps & SealDeps): Promise<boolean> => {
  if (!takesBack(text)) return false;
  const draft = await beingWritten(from, deps);
  if (draft === null) return false;
  const press = { receipt: heardAs(id, deps), rev: undefined };
  try {
    await pressDraft({ verb: 'discard-draft', draft: draft._id }, from, press, deps);
    return true;
  } catch (fault) {
    if (fault instanceof Refusal) return false;
    throw fault;
  }
};
