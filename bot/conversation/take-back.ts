import type { PressDeps } from '../drafts/keep-change.ts';
import { beingWritten, type LineDeps } from '../drafts/keep-line.ts';
import { pressDraft } from '../drafts/press-draft.ts';
import { fingerprint } from '../fingerprint.ts';
import { Refusal } from '../refusal.ts';
import { takesBack } from '../talk/taken-back.ts';
import type { Typed } from './heard.ts';

/**
 * Throws the draft away that its writer has just written and takes back in words (docs/rules.md, "Drafts"). False when
 * the text says something else, or there is no such draft any more.
 */
export const takeBack = async ({ id, from, text }: Typed, deps: LineDeps & PressDeps): Promise<boolean> => {
  if (!takesBack(text)) return false;
  const draft = await beingWritten(from, deps);
  if (draft === null) return false;
  const press = { receipt: fingerprint('heard', id), rev: undefined };
  try {
    await pressDraft({ verb: 'discard-draft', draft: draft._id }, from, press, deps);
    return true;
  } catch (fault) {
    if (fault instanceof Refusal) return false;
    throw fault;
  }
};
