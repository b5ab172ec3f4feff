import { actionsOf, type Json, type Sandbox, TUESDAY } from '../../support/processes/sandbox.ts';
import { type Button, fullName, type Place, type Stage } from './place.ts';
import type { Chat, Who } from './script.ts';

/** Plays chats one after another in one sandbox. Whoever took part leaves at the end, so that nobody else's dilemma finds them. */
export const stageIn =
  (sandbox: Sandbox): Stage =>
  async (chat, play) => {
    await sandbox.setClock(chat.begins ?? TUESDAY);
    const ids = await arrive(chat, sandbox);
    const id = (who: Who): string => ids.get(who) ?? who;
    const seen = new Map<Who, Set<string>>();
    const shown = async (who: Who) => {
      const messages = (await sandbox.messages(id(who))).filter(({ from }) => from === 'bot');
      const known = seen.get(who) ?? new Set();
      for (const { text, card } of messages) known.add(`${text}\n${JSON.stringify(card)}`);
      seen.set(who, known);
      // An update gives a message a new number, but it stays where it is.
      const inOrder = messages.toSorted((one, other) => one.at.localeCompare(other.at) || one.seq - other.seq);
      return inOrder.map((message) => ({ id: message.id, text: message.text, buttons: buttonsOn(message.card) }));
    };
    const place: Place = {
      shown,
      everShown: async (who) => {
        await shown(who);
        return [...(seen.get(who) ?? [])].join('\n');
      },
      say: async (who, text) => void (await sandbox.say(id(who), text)),
      press: async (who, message, { verb, data }, fields) =>
        void (await sandbox.press({ person: id(who), message: message.id, verb, data: { ...data, ...fields } })),
      goOn: async (minutes) => {
        await sandbox.advance(`PT${minutes}M`);
        for (const job of ['offers', 'follow-up', 'drafts', 'retention']) await sandbox.job(job);
      },
    };
    try {
      await play(place);
    } finally {
      for (const person of ids.values()) await leave(person, sandbox);
      await sandbox.job('forget');
    }
  };

const arrive = async ({ people }: Chat, sandbox: Sandbox): Promise<Map<Who, string>> => {
  const ids = new Map<Who, string>();
  for (const [who, { unit = 'Park og Vej', profession, agent, manager, roles }] of Object.entries(people)) {
    const boss = manager === undefined ? undefined : ids.get(manager);
    const person = await sandbox.addPerson({
      name: fullName(who),
      unit,
      ...(profession === undefined ? {} : { profession }),
      ...(boss === undefined ? {} : { manager: boss }),
      ...(roles === undefined ? {} : { roles: [...roles] }),
      ...(agent ? { agent: { principles: ['lytter-foerst'], topics: ['borgerdialog'], capacity: 3 } } : {}),
    });
    ids.set(who, person);
  }
  return ids;
};

/** Erases somebody, so that they are asked no more and their cases go to nobody. */
export const leave = async (person: string, sandbox: Sandbox): Promise<void> => {
  await sandbox.say(person, 'slet mig');
  await sandbox.pressNewest(person, 'forget-me');
};

const buttonsOn = (card: Json | null): Button[] => {
  const titles = titlesOf(card);
  return actionsOf(card).map(({ verb, data }, index) => ({ verb, data, label: titles[index] ?? '' }));
};

/** What stands on every `Action.Execute`, in the order of `actionsOf`. */
const titlesOf = (node: unknown): string[] => {
  if (Array.isArray(node)) return node.flatMap(titlesOf);
  if (typeof node !== 'object' || node === null) return [];
  const { type, title } = node as Json;
  return [...(type === 'Action.Execute' ? [String(title ?? '')] : []), ...Object.values(node).flatMap(titlesOf)];
};
