import type { Case } from '../cases/case.ts';
import type { Draft } from '../cases/draft.ts';
import { partOf } from '../cases/rules.ts';
import { MOST_CHARACTERS } from '../cases/transition.ts';
import { fingerprint } from '../fingerprint.ts';
import { caseId, deliveryId } from '../ids.ts';
import type { Needs } from '../needs.ts';
import type { CaseLine, Reply } from '../notices.ts';
import type { Saying } from '../owed.ts';
import { managersAbove } from '../people/managers.ts';
import { isAgent, type Person } from '../people/person.ts';
import type { Masked } from '../privacy/mask.ts';
import { standingsOf } from '../routing/standings.ts';
import { maskFor } from './masking.ts';
import { smallTalk, tooShort, type WordInChat, wordInChat } from './words-in-chat.ts';

/** Something a person wrote to Sammen. `id` is the platform's own, so that a second delivery does nothing. */
export type Heard = { id: string; from: Person; text: string };

/** Hears a message and answers it: with a draft, with what was asked for, or with a friendly line. */
export const hear = async (heard: Heard, needs: Needs): Promise<void> => {
  const { from: person } = heard;
  const masked = maskFor(person, needs.organisation)(heard.text);
  const text = masked.text.trim();
  const word = wordInChat(text);
  if (word !== null) return say(heard, await answerTo(word, person, needs), needs);
  const talk = smallTalk(text);
  if (talk === 'greeting') return say(heard, reply({ kind: 'greeting', name: person.name.split(' ')[0] ?? person.name }), needs);
  if (talk === 'thanks') return say(heard, reply({ kind: 'thanks' }), needs);
  if (text.length > MOST_CHARACTERS) {
    return say(heard, reply({ kind: 'too-long', length: text.length, most: MOST_CHARACTERS }), needs);
  }
  if (tooShort(text)) return say(heard, reply({ kind: 'not-understood' }), needs);
  await draftFrom({ id: `d${fingerprint('heard', heard.id)}`, person, text, found: masked.found, follows: null }, needs);
};

const reply = (content: Reply): Saying => ({ kind: 'reply', reply: content });

const say = (heard: Heard, what: Saying, { outbox, clock }: Needs): Promise<void> =>
  outbox.add([
    { id: deliveryId(`r${fingerprint('heard', heard.id)}`), to: heard.from._id, manner: 'ping', notBefore: clock(), say: what },
  ]);

/** Keeps a dilemma as a draft and shows its preview. A draft that is there already is left as it is. */
export const draftFrom = async (
  { id, person, text, found, follows }: { id: string; person: Person; text: string; found: Masked['found']; follows: number | null },
  { drafts, classify, clock }: Needs,
): Promise<void> => {
  const { principles, topics } = classify(text);
  const now = clock();
  const draft: Draft = {
    _id: caseId(id),
    rev: 0,
    person: person._id,
    language: person.language,
    state: 'open',
    text,
    found: [...found],
    principle: principles[0]?.id ?? 'lytter-foerst',
    topic: topics[0]?.id ?? 'borgerdialog',
    at: now,
    usedFor: null,
    follows,
    receipts: [],
    owes: [
      { id: deliveryId(`${id}.preview`), to: person._id, manner: 'ping', notBefore: now, say: { kind: 'draft', draft: caseId(id) } },
    ],
  };
  await drafts.add(draft);
};

const MOST_LINES = 10;

const answerTo = async (word: WordInChat, person: Person, needs: Needs): Promise<Saying> => {
  switch (word.word) {
    case 'help':
      return reply({ kind: 'help', agent: isAgent(person) });
    case 'principles':
      return reply({ kind: 'principles' });
    case 'language':
      return reply({ kind: 'language', language: person.language });
    case 'agents':
      return reply({ kind: 'agents', agents: await agentLines(needs) });
    case 'my-cases':
      return reply(await myCases(person, needs));
    case 'case': {
      const c = await needs.cases.byNumber(word.number);
      const known = c !== null && (await partIn(c, person, needs)) !== 'stranger';
      return known ? { kind: 'case', case: c._id, from: 'all' } : reply({ kind: 'case-not-found', number: word.number });
    }
  }
};

const partIn = async (c: Case, person: Person, { people }: Needs) => {
  const asker = await people.get(c.asker);
  return partOf(c, person, asker === null ? new Set() : await managersAbove(asker, people));
};

const agentLines = async ({ people, cases, clock, time }: Needs) => {
  const agents = await people.agents();
  const standings = new Map(standingsOf(agents, await cases.burdens(), time.localDate(clock())).map((one) => [one.id, one]));
  return agents.filter(isAgent).map(({ _id, name, unit, agent }) => {
    const standing = standings.get(_id);
    const free = standing !== undefined && !standing.absent && standing.load < standing.capacity;
    return { name, unit, principles: agent.principles, topics: agent.topics, free };
  });
};

const SNIPPET = 80;

const myCases = async (person: Person, needs: Needs): Promise<Reply> => {
  const own = await needs.cases.of(person._id, MOST_LINES + 1);
  const shared = isAgent(person) ? await needs.cases.shared() : [];
  const all = [...own, ...shared.filter((c) => !own.some((mine) => mine._id === c._id))];
  const lines: CaseLine[] = [];
  for (const c of all) {
    const part = await partIn(c, person, needs);
    if (part === 'stranger' || part === 'past') continue;
    const next = (c.turnOf === 'asker') === (part === 'asker') ? 'you' : 'other';
    lines.push({ id: c._id, number: c.number, state: c.state, role: part, snippet: c.text.slice(0, SNIPPET), next });
  }
  return { kind: 'my-cases', cases: lines.slice(0, MOST_LINES), more: Math.max(0, lines.length - MOST_LINES) };
};
