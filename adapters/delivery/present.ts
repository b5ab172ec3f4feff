import type { Subject } from '../../bot/commands.ts';
import { composeCase, composeDraft } from '../../bot/compose.ts';
import type { Notice } from '../../bot/notices.ts';
import { composeNudge } from '../../bot/nudges/compose-nudge.ts';
import type { Person, Platform } from '../../bot/people/person.ts';
import type { Sending } from './deliver.ts';

/**
 * What a person's message about a dilemma shows as things are now: for platforms that take the new card as the answer
 * to a press. Null when another message has become the living card.
 */
export const present = async (
  about: Subject,
  to: Person,
  { platform, message }: { platform: Platform; message: string },
  { needs, posts }: Pick<Sending, 'needs' | 'posts'>,
): Promise<Notice | null> => {
  if (about.kind === 'nudge') {
    const sent = (await needs.nudges.get(about.id))?.sent ?? null;
    return sent?.platform === platform && sent.message === message ? composeNudge(about.id, to, needs) : null;
  }
  const { id } = about;
  const post = await posts.get(to._id, id);
  if (post === null || post.platform !== platform || post.message !== message) return null;
  return (await composeDraft(id, to, needs)) ?? (await composeCase(id, to, { from: post.from }, needs));
};
