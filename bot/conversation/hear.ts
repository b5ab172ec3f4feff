import { MOST_CHARACTERS } from '../cases/transition.ts';
import { waitingFor } from '../cases/waiting-for.ts';
import { fingerprint } from '../fingerprint.ts';
import type { Needs } from '../needs.ts';
import type { Reply } from '../notices.ts';
import { askForTeamPosts, endTeamPosts } from '../nudges/team/hear-in-team.ts';
import type { TeamPlace } from '../nudges/team/team-channel.ts';
import { answer, type Saying } from '../owed.ts';
import { GOODBYE } from '../people/forgetting/ask-to-forget.ts';
import { answerLinkWord } from '../people/linking/answer-link-word.ts';
import type { Person } from '../people/person.ts';
import type { Role } from '../words.ts';
import { answerWord } from './answer-word.ts';
import { draftFrom } from './draft-from.ts';
import { maskFor } from './masking.ts';
import { isLinkWord, smallTalk, tooShort, type WordInChat, wordInChat } from './words-in-chat.ts';

/**
 * Something a person wrote to Sammen. `id` is the platform's own, so that a second delivery does nothing.
 * `team`: the channel it was written in, where others read it.
 */
export type Heard = { id: string; from: Person; text: string; team?: TeamPlace };

/** Where the answer stands: in the person's own chat, or in the channel for all. */
export type Answered = 'alone' | 'in-channel';

/** Hears a message and answers it: with a draft, with what was asked for, or with a friendly line. */
export const hear = async (heard: Heard, needs: Needs): Promise<Answered> => {
  if (heard.team !== undefined && (await hearInTeam(heard, heard.team, needs))) return 'in-channel';
  await hearAlone(heard, needs);
  return 'alone';
};

/** The words that are about the channel they stand in. */
const hearInTeam = async ({ id, from, text }: Heard, team: TeamPlace, needs: Needs): Promise<boolean> => {
  const name = fingerprint('heard', id);
  switch (wordInChat(text)?.word) {
    case 'team':
      await askForTeamPosts(name, team, from, needs);
      return true;
    case 'stop':
      return endTeamPosts(name, team, needs);
    default:
      return false;
  }
};

const hearAlone = async (heard: Heard, needs: Needs): Promise<void> => {
  const { from: person } = heard;
  if (person.forgetting !== undefined) return say(heard, GOODBYE, needs);
  const masked = maskFor(person, needs.organisation)(heard.text);
  const text = masked.text.trim();
  const word = wordFor(person, text);
  if (word !== null && isLinkWord(word)) {
    return say(heard, await answerLinkWord(word, person, fingerprint('heard', heard.id), needs), needs);
  }
  if (word !== null) return say(heard, await answerWord(word, person, needs), needs);
  const talk = smallTalk(text);
  const short = talk === 'answer' || (talk === null && tooShort(text));
  // "Ja" or "på torsdag" is an answer when a colleague waits for one; the draft's first button sends it there.
  const isAnswer = short && text !== '' && (await waitingFor(person, ['active'], needs)).length > 0;
  if (talk === 'greeting')
    return say(heard, reply({ kind: 'greeting', name: person.name.split(' ')[0] ?? person.name }), needs);
  if (talk !== null && !isAnswer) return say(heard, reply({ kind: 'thanks' }), needs);
  if (text.length > MOST_CHARACTERS) {
    return say(heard, reply({ kind: 'too-long', length: text.length, most: MOST_CHARACTERS }), needs);
  }
  if (short && !isAnswer) return say(heard, reply({ kind: 'not-understood' }), needs);
  await draftFrom(
    {
      id: `d${fingerprint('heard', heard.id)}`,
      person,
      text,
      found: masked.found,
      follows: null,
      openly: heard.team !== undefined,
    },
    needs,
  );
};

/** Words to some only; from anybody else they are as unknown as any other. */
const NEEDS_ROLE: Partial<Record<WordInChat['word'], readonly Role[]>> = {
  admin: ['admin'],
  report: ['hr'],
  preview: ['admin', 'hr'],
};

const wordFor = (person: Person, text: string): WordInChat | null => {
  const word = wordInChat(text);
  const needed = word === null ? undefined : NEEDS_ROLE[word.word];
  return needed === undefined || needed.some((role) => person.roles.includes(role)) ? word : null;
};

const reply = (content: Reply): Saying => ({ kind: 'reply', reply: content });

const say = (heard: Heard, what: Saying, { outbox, clock }: Needs): Promise<void> =>
  outbox.add([answer(`r${fingerprint('heard', heard.id)}`, heard.from._id, what, clock())]);
