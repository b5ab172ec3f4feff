import { setTimeout as sleep } from 'node:timers/promises';
import type { CrashingSammen } from './crashing-sammen.ts';
import type { Inbox } from './inbox.ts';
import type { Action, Json, Message } from './sandbox.ts';
import type { Seeded } from './seeded.ts';

/** What one person and Sammen's agents said to each other, as far as Sammen acknowledged it. */
export type Told = {
  asker: string;
  /** Lines written in the chat, by the word that marks each. `unsure`: the connection broke before the answer. */
  lines: { mark: string; acknowledged: boolean }[];
  cases: ToldCase[];
};

type ToldCase = {
  id: string;
  dilemma: string;
  agent: string;
  /** The marks of the conversation's turns, and what the journal must say, in order. */
  turns: string[];
  events: string[];
};

type Party = {
  sammen: CrashingSammen;
  asker: Inbox;
  agents: readonly Inbox[];
  random: Seeded;
  told: Told;
};

/** A lease of a process that died may hold a message for 15 s, and the sweep comes every 5 s. */
const DEADLINE = 90_000;

let marks = 0;
/** A word that occurs nowhere else. Letters only: a number could be taken for somebody's. */
const mark = (): string =>
  `kode${[...(marks++).toString().padStart(5, '0')].map((digit) => 'bdfghjklmn'[Number(digit)]).join('')}`;

type Found = { inbox: Inbox; message: Message; action: Action };

const button = async ({ sammen }: Party, inboxes: readonly Inbox[], verb: string, about: Json): Promise<Found> => {
  const deadline = Date.now() + DEADLINE;
  for (;;) {
    for (const inbox of inboxes) {
      await sammen.insist(inbox.sync);
      const found = inbox.find(verb, about);
      if (found !== null) return { inbox, ...found };
    }
    if (Date.now() > deadline)
      throw new Error(
        `no ${verb} for ${inboxes.map(({ person }) => person).join(', ')} about ${JSON.stringify(about)}`,
      );
    await sleep(15);
  }
};

/** The same press may be sent again: it is done once. */
const press = async ({ sammen }: Party, { inbox, message, action }: Found, filledIn: Json = {}): Promise<void> => {
  const pressing = {
    person: inbox.person,
    message: message.id,
    verb: action.verb,
    data: { ...action.data, ...filledIn },
  };
  await sammen.insist(() => sammen.sandbox.press(pressing));
};

/** Lines are never taken for repeats, so one whose answer was lost is followed by a new one. */
const sayUntilHeard = async ({ sammen, asker, told }: Party, lineWith: (mark: string) => string): Promise<string> => {
  for (;;) {
    await sammen.isOpen();
    const line = { mark: mark(), acknowledged: false };
    told.lines.push(line);
    try {
      await sammen.sandbox.say(asker.person, lineWith(line.mark));
      line.acknowledged = true;
      return line.mark;
    } catch (error) {
      if (error instanceof Error && error.name === 'AssertionError') throw error;
      await sleep(2);
    }
  }
};

const previewOf = async (party: Party, dilemma: string): Promise<Found> => {
  const deadline = Date.now() + DEADLINE;
  for (;;) {
    await party.sammen.insist(party.asker.sync);
    for (const message of party.asker.messages()) {
      if (!message.text.includes(dilemma)) continue;
      const found = party.asker.find('submit-dilemma', {});
      const own = found && message.id === found.message.id ? found : null;
      if (own !== null) return { inbox: party.asker, ...own };
    }
    if (Date.now() > deadline) throw new Error(`no preview of ${dilemma}`);
    await sleep(15);
  }
};

/** One dilemma from question to rating, whatever dies on the way. */
export const converse = async (party: Party): Promise<void> => {
  const { sammen, asker, agents, random, told } = party;
  const dilemma = await sayUntilHeard(
    party,
    (word) => `Naboerne ved ${word} vil have en bænk, og ingen svarer dem. Hvad gør jeg?`,
  );
  const preview = await previewOf(party, dilemma);
  const about = { case: String(preview.action.data.draft) };
  const c: ToldCase = { id: about.case, dilemma, agent: '', turns: [], events: ['asked', 'offered'] };
  told.cases.push(c);
  await press(party, preview, { anonymous: random.pick(['yes', 'no']) });

  let asked = agents;
  if (random.chance(0.2)) {
    const declined = await button(party, agents, 'decline-case', about);
    await press(party, declined, { reason: 'not-today' });
    c.events.push('declined', 'offered');
    // Their card may keep its buttons until it is drawn anew.
    asked = agents.filter((inbox) => inbox !== declined.inbox);
  }
  const offer = await button(party, asked, 'accept-case', about);
  const agent = offer.inbox;
  c.agent = agent.person;
  const speak = async (who: Inbox, verb: string, event: string, filledIn: Json = {}): Promise<void> => {
    const word = mark();
    await press(party, await button(party, [who], verb, about), { text: `Det her er ${word}.`, ...filledIn });
    c.turns.push(word);
    c.events.push(event);
  };
  const act = async (who: Inbox, verb: string, event: string, filledIn: Json = {}): Promise<void> => {
    await press(party, await button(party, [who], verb, about), filledIn);
    c.events.push(event);
  };

  if (random.chance(0.5)) await speak(agent, 'accept-case', 'accepted');
  else await act(agent, 'accept-case', 'accepted');
  for (let turns = random.below(3); turns >= 0; turns--) {
    await speak(agent, 'ask-back', 'asked-back');
    if (random.chance(0.2)) await sayUntilHeard(party, (word) => `mine ${word}`);
    await speak(asker, 'reply', 'replied');
    // The moment between reply and answer: what was asked and replied is all there is of the case.
    if (random.chance(0.3)) await sammen.kill();
  }
  await speak(agent, 'answer-case', 'answered', { outcome: 'advice', nextStep: 'Mødes ved bænken' });
  await act(asker, 'accept-step', 'step-accepted');
  await act(asker, 'rate-answer', 'rated', { helpful: random.pick(['yes', 'partly', 'no']) });
  if (random.chance(0.5)) await speak(asker, 'thank', 'thanked');
  await act(asker, 'close-case', 'closed');
};
