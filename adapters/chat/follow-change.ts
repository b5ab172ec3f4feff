import type { Person } from '../../bot/people/person.ts';
import type { Change } from './changes.ts';
import type { ChatDeps } from './deps.ts';

/** A message that somebody changed: `id` is the one it was heard under, `from` is who wrote it. */
export type Changed = { id: string; from: Person; change: Change };

/**
 * Lets the unsent draft follow a message that was edited, deleted or brought back. Anything else is left as it is. True
 * when nothing is known of the message.
 */
export const followChange = async (
  { id, from, change }: Changed,
  { bot, send, changes }: Pick<ChatDeps, 'bot' | 'send' | 'changes'>,
): Promise<boolean> => {
  const isNew = await changes.inTurn(id, async () => {
    if (!changes.isNews(id, change)) return false;
    const followed = await follow({ id, from, change }, { bot, changes });
    if (followed === 'followed' && change.kind === 'deleted') changes.tookBack(id);
    if (followed !== 'unknown' || changes.hasArrived(id)) return false;
    changes.keep(id, change);
    return true;
  });
  send();
  return isNew;
};

const follow = async ({ id, from, change }: Changed, { bot, changes }: Pick<ChatDeps, 'bot' | 'changes'>) => {
  switch (change.kind) {
    case 'edited':
      return bot.rewrite({ id, from, text: change.text });
    case 'deleted':
      return bot.takeBack({ id, from });
    case 'restored':
      // Only what a deletion took comes back, and not what was thrown away or changed since.
      return changes.comesBack(id)
        ? bot.bringBack({ id, from, text: change.text })
        : bot.rewrite({ id, from, text: change.text });
  }
};
