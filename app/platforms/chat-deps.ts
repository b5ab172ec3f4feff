import type { ChatDeps } from '../../adapters/chat/deps.ts';
import { meetColleague } from '../../bot/people/meet-colleague.ts';
import { recordAdmin } from '../../bot/people/record-admin.ts';
import { updateAccount } from '../../bot/people/update-account.ts';
import { createCards } from '../../cards/create-cards.ts';
import type { AppContext } from '../context.ts';
import { notVouched } from '../maintain-people.ts';
import type { Wires } from './platform-module.ts';

/** How long a call to a platform may take; less than a delivery's lease of 15 s. */
export const TIMEOUT_MS = 10_000;

/** The dependencies that Teams and Slack share. */
export const chatDeps = (
  { config, content, store, log }: AppContext,
  { bot, flush, isTooFast, onFault }: Wires,
): Omit<ChatDeps, 'isFirst' | 'notAgain' | 'changes'> => {
  const { organisation, principles } = content;
  return {
    bot,
    people: store.people,
    meet: (met) =>
      meetColleague(met, {
        people: store.people,
        admins: config.admins,
        recordAdmin: recordAdmin(store.adminLog, () => new Date()),
        onUnvouchedAdmin: (email) => log.warn(notVouched(email, config.admins)),
      }),
    update: (known, account) => updateAccount(known, account, store.people),
    cards: createCards({ timeZone: organisation.timeZone, principles }),
    now: () => new Date(),
    language: organisation.language,
    send: () => void flush(),
    isTooFast,
    onFault,
  };
};
