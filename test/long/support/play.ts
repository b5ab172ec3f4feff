import assert from 'node:assert/strict';
import type { Party } from '../../cross-platform/support/party.ts';
import { tracesOf } from '../../support/assertions/traces-of.ts';
import type { Seeded } from '../../support/fixtures/seeded.ts';
import { eventually } from '../../support/processes/sandbox.ts';
import type { KilledHouse } from './killed-house.ts';

/** A colleague of the municipality, at their platform. */
export type Player = Party & { name: string; secrets: readonly string[] };

/** In ms. The lease of a dead process may hold a message for 15 s, and who comes next in the chat waits behind it. */
const PATIENCE = 240_000;
/** In ms, from the press: now and then it dies before it has answered, or before it has stored anything. */
const LATEST_KILL = 300;

type Fields = Readonly<Record<string, string>>;

/** One story on its way: who takes part, and what they have written. Each step may end in `kill -9`. */
export type Play = ReturnType<typeof openPlay>;

type Staging = {
  house: KilledHouse;
  /** Of letters only: begins every word of this story. */
  letter: string;
  asker: Player;
  agents: readonly Player[];
  colleague: Player;
  /** Null where nobody is killed. */
  random: Seeded | null;
};

export const openPlay = ({ house, letter, asker, agents, colleague, random }: Staging) => {
  const words: string[] = [];
  const never: { reader: Player; words: readonly string[] }[] = [];
  let id = '';
  let steps = 0;
  let isAnonymous = false;
  let isIntroduced = false;
  // Digits could be mistaken for a personal number.
  const word = (): string => {
    const one = `kode${letter}${'bdfghjklmnprstv'[words.length] ?? assert.fail('too many words')}`;
    words.push(one);
    return one;
  };
  const step = async (work: () => Promise<void>): Promise<void> => {
    steps++;
    if (random === null) await work();
    else await house.killDuring(work, random.below(LATEST_KILL));
  };
  const find = async (who: Player, verb: string, about: Readonly<Record<string, unknown>>) =>
    eventually(`${verb} for ${who.name} in story ${letter}`, async () => who.canPress(verb, about), PATIENCE);
  const reads = async (who: Player, text: RegExp): Promise<void> => {
    const look = async () => (text.test(who.chat().join('\n')) ? true : null);
    await eventually(`${text} for ${who.name} in story ${letter}`, look, PATIENCE);
  };
  const presses = async (who: Player, verb: string, fields: Fields = {}, data: Fields = {}): Promise<void> => {
    const which = { case: id, ...data };
    await find(who, verb, which);
    await step(() => who.press(verb, fields, which));
  };
  const isOffered = (earlier?: Player): Promise<Player> => {
    const others = agents.filter((one) => one !== earlier);
    const holds = async () => others.find((one) => one.canPress('accept-case', { case: id }) !== null) ?? null;
    return eventually(`an offer of story ${letter}`, holds, PATIENCE);
  };

  return {
    asker,
    colleague,
    caseId: () => id,
    words: () => words,
    steps: () => steps,
    never: () => never,
    isAnonymous: () => isAnonymous,
    isIntroduced: () => isIntroduced,
    /** The asker sends a dilemma; returns who is offered it. */
    ask: async (anonymous: 'yes' | 'no', forWhom: 'me' | 'citizen' = 'me'): Promise<Player> => {
      isAnonymous = anonymous === 'yes';
      const text = `Naboerne ved ${word()} vil have en bænk, og ingen svarer dem. Hvad gør jeg?`;
      await step(() => asker.say(text));
      const preview = await find(asker, 'submit-dilemma', { anonymous });
      id = String(preview.draft);
      if (forWhom === 'me') {
        await step(() => asker.press('submit-dilemma', {}, { draft: id, anonymous }));
        return isOffered();
      }
      await step(() => asker.press('change-draft', {}, { draft: id }));
      await find(asker, 'submit-dilemma', { draft: id, anonymous });
      await step(() => asker.press('submit-dilemma', { text, for: forWhom }, { draft: id, anonymous }));
      return isOffered();
    },
    /** Whoever holds the offer now. An offer that came twice may still stand with the agent who had it earlier. */
    isOffered,
    presses,
    /** They write something that Sammen answers. */
    says: (who: Player, text: string): Promise<void> => step(() => who.say(text)),
    /** They press, with a new word in this field; returns the word. */
    writes: async (
      who: Player,
      verb: string,
      field: string,
      fields: Fields = {},
      data: Fields = {},
    ): Promise<string> => {
      const written = word();
      await presses(who, verb, { ...fields, [field]: `Det her er ${written}.` }, data);
      return written;
    },
    othersThan: (...those: Player[]): [Player, Player] => {
      const [one, two] = agents.filter((agent) => !those.includes(agent));
      return one !== undefined && two !== undefined ? [one, two] : assert.fail('there are too few agents');
    },
    reads,
    neverReads: (reader: Player, those: readonly string[]) => void never.push({ reader, words: those }),
    /** The colleague says yes: only now do they learn who asks. */
    isMet: async (): Promise<void> => {
      assert.deepEqual(tracesOf(asker.secrets, colleague.received()), [], colleague.name);
      isIntroduced = true;
      await presses(colleague, 'accept-introduction');
    },
  };
};
