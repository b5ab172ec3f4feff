import { forgetChat } from '../adapters/sandbox/chat.ts';
import { openChats } from '../adapters/slack/chats.ts';
import type { Database } from '../adapters/store/collection.ts';
import { openReferences } from '../adapters/teams/references.ts';
import type { ChatAccounts } from '../bot/lives/port.ts';

/** Also of a platform that is configured no more: what was kept about an account is there until somebody forgets it. */
export const chatAccountsIn = (database: Database): ChatAccounts => ({
  forget: async ({ platform, id }) => {
    switch (platform) {
      case 'teams':
        return (await openReferences(database)).forget(id);
      case 'slack':
        return (await openChats(database)).forget(id);
      case 'sandbox':
        return forgetChat(id, database);
    }
  },
});
