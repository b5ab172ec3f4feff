import type { ChatDeps } from '../../adapters/chat/deps.ts';
import { meetColleague } from '../../bot/people/meet-colleague.ts';
import { createCards } from '../../cards/create-cards.ts';
import type { AppContext } from '../context.ts';
import type { Wires } from './platform-module.ts';

/** Milliseconds until a call to a platform that is not answered counts as lost: less than a delivery's lease of 15 s. */
export const TIMEOUT = 10_000;

/** What every chat platform works with. */
export const chatDeps = (
  { config, content, store }: AppContext,
  { bot, flush, onFault }: Wires,
): Omit<ChatDeps, 'isFirst'> => {
  const { organisation, principles } = content;
  return {
    bot,
    people: store.people,
    meet: (met) => meetColleague(met, { people: store.people, admins: config.admins }),
    cards: createCards({ timeZone: organisation.timeZone, principles }),
    now: () => new Date(),
    language: organisation.language,
    send: () => void flush(),
    onFault,
  };
};
