import type { ChatDeps } from '../../adapters/chat/deps.ts';
import { createQuota } from '../../adapters/web/quota.ts';
import { meetColleague } from '../../bot/people/meet-colleague.ts';
import { recordAdmin } from '../../bot/people/record-admin.ts';
import { updateAccount } from '../../bot/people/update-account.ts';
import { createCards } from '../../cards/create-cards.ts';
import type { AppContext } from '../context.ts';
import { notVouched } from '../maintain-people.ts';
import type { Wires } from './platform-module.ts';

/** How long a call to a platform may take; less than a delivery's lease of 15 s. */
export const TIMEOUT_MS = 10_000;

/** How often one person may write or press within a minute: twice a second, longer than anybody keeps up. */
const MAX_PER_MINUTE = 120;

/** The dependencies that Teams and Slack share. */
export const chatDeps = (
  { config, content, store, log }: AppContext,
  { bot, flush, onFault }: Wires,
): Omit<ChatDeps, 'isFirst' | 'notAgain' | 'changes'> => {
  const { organisation, principles } = content;
  const quota = createQuota(MAX_PER_MINUTE);
  return {
    bot,
    people: store.people,
    meet: (met) =>
      meetColleague(met, {
        people: store.people,
        admins: config.admins,
        recordAdmin: recordAdmin(store.adminLog, () => new Date()),
        onUnvouchedAdmin: (email) => log.warn(notVouched(email)),
      }),
    update: (known, account) => updateAccount(known, account, store.people),
    cards: createCards({ timeZone: organisation.timeZone, principles }),
    now: () => new Date(),
    language: organisation.language,
    send: () => void flush(),
    isTooFast: async (person) => (await quota.take(person)) !== null,
    onFault,
  };
};
