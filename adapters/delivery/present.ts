import { composeCase } from '../../bot/cases/compose-case.ts';
import type { Subject } from '../../bot/conversation/decode-action.ts';
import { composeDraft } from '../../bot/drafts/compose-draft.ts';
import type { Notice } from '../../bot/notices.ts';
import { composeNudge } from '../../bot/nudges/compose-nudge.ts';
import type { Person } from '../../bot/people/person.ts';
import type { Platform } from '../../bot/platform.ts';
import type { Sending } from './deliver.ts';

/**
 * What a person's message about a dilemma shows as things are now: for platforms that take the new card as the answer
 * to a press. Null when another message has become the living card.
 */
export const present = async (
  about: Subject,
  to: Person,
  { platform, message }: { platform: Platform; message: string },
  { deps, posts }: Pick<Sending, 'deps' | 'posts'>,
): Promise<Notice | null> => {
  if (about.kind === 'nudge') {
    const sent = (await deps.nudges.get(about.id))?.sent ?? null;
    return sent?.platform === platform && sent.message === message ? composeNudge(about.id, to, deps) : null;
  }
  const { id } = about;
  const post = await posts.get(to._id, id);
  if (post === null || post.platform !== platform || post.message !== message) return null;
  return (await composeDraft(id, to, deps)) ?? (await composeCase(id, to, { from: post.from }, deps));
};
