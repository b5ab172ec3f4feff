import { GOODBYE } from '../accounts/erasure/ask-for-erasure.ts';
import { answerLinkWord } from '../accounts/linking/answer-link-word.ts';
import { waitingFor } from '../cases/waiting-for.ts';
import { warningFor } from '../cases/warning-for.ts';
import type { Deps } from '../deps.ts';
import { isWriting, keepLine } from '../drafts/keep-line.ts';
import { fingerprint } from '../fingerprint.ts';
import { wordReplyId } from '../messages/ids.ts';
import { answer } from '../messages/owed.ts';
import type { Reply, Saying } from '../notices.ts';
import { subscribeTeamChannel, unsubscribeTeamChannel } from '../nudges/subscribe-team-channel.ts';
import type { TeamPlace } from '../nudges/team-channel.ts';
import { firstName } from '../people/first-name.ts';
import { maskFor } from '../people/mask-for.ts';
import type { Person } from '../people/person.ts';
import { MAX_TEXT_LENGTH } from '../privacy/free-text.ts';
import { type Masking, trimmed } from '../privacy/mask.ts';
import { perhapsSmallTalk, type SmallTalk, smallTalk } from '../talk/small-talk.ts';
import { isLinkWord } from '../talk/word-in-chat.ts';
import { tooShort, wordInChat } from '../talk/words-in-chat.ts';
import { answerWord } from './answer-word.ts';
import { type Asked, askedOfUs } from './asked-of-us.ts';

/**
 * A message that a person wrote to Sammen. `id` is the platform's own, so that a second delivery does nothing. `team` is
 * the channel if it was written in one, where others can read it. `inReplyTo` is the platform's id of the message from
 * Sammen that it answers, in a thread or as a quote.
 */
export type Heard = { id: string; from: Person; text: string; team?: TeamPlace; inReplyTo?: string };

/** The message after masking, which happens before anything else. */
type Typed = Omit<Heard, 'text'> & Masking;

/** Where the answer goes: to the person's own chat, or to the channel. */
export type Answered = 'alone' | 'in-channel';

/** Answers a message: with a draft, with the result of a command, or with a friendly line. */
export const hear = async (heard: Heard, deps: Deps): Promise<Answered> => {
  const typed: Typed = { ...heard, ...maskFor(heard.from, deps)(heard.text) };
  if (heard.team !== undefined && (await hearInTeam(typed, heard.team, deps))) return 'in-channel';
  await hearInPrivate(typed, deps);
  return 'alone';
};

/** Handles commands about the channel they are written in. Returns false for anything else. */
const hearInTeam = async ({ id, from, text }: Typed, team: TeamPlace, deps: Deps): Promise<boolean> => {
  const name = fingerprint('heard', id);
  switch (wordInChat(text)?.word) {
    case 'team':
      await subscribeTeamChannel(name, team, from, deps);
      return true;
    case 'stop':
      return unsubscribeTeamChannel(name, team, deps);
    default:
      return false;
  }
};

const hearInPrivate = async (heard: Typed, deps: Deps): Promise<void> => {
  const { from: person } = heard;
  if (person.forgetting !== undefined) return say(heard, GOODBYE, deps);
  const text = trimmed(heard.text);
  const isTalking = async () => (await waitingFor(person, ['active'], deps)).length > 0;
  const isBusy = async () => (await isTalking()) || (await isWriting(person, deps));
  const asked = await askedOfUs(text, person, isBusy);
  if (asked !== null) return say(heard, await answerAsked(asked, heard, deps), deps);
  const talk = smallTalk(text);
  const short = talk === 'answer' || (talk === null && tooShort(text));
  // "Ja" or "på torsdag" is an answer if a colleague is waiting for one; the draft's first button sends it there.
  const isAnswer = short && text !== '' && (await isTalking());
  if (talk !== null && !isAnswer) return say(heard, smallAnswer(talk, person), deps);
  if (text.length > MAX_TEXT_LENGTH) {
    return say(heard, reply({ kind: 'too-long', length: text.length, most: MAX_TEXT_LENGTH }), deps);
  }
  const line = { heard: fingerprint('heard', heard.id), person, text, found: heard.found };
  const openly = heard.team !== undefined;
  const kept = text === '' ? 'alone' : await keepLine({ ...line, openly, fragment: short && !isAnswer }, deps);
  switch (kept) {
    case 'kept':
      return;
    case 'full':
      return say(heard, reply({ kind: 'draft-full', most: MAX_TEXT_LENGTH }), deps);
    case 'alone': {
      const perhaps = perhapsSmallTalk(text);
      if (perhaps !== null) return say(heard, smallAnswer(perhaps, person), deps);
      const warning = heard.found.length === 0 ? null : warningOf(heard, deps);
      return say(heard, reply(warning === null ? { kind: 'not-understood' } : { kind: 'noticed', warning }), deps);
    }
  }
};

/** What is said about hidden numbers in a message that became nothing. */
const warningOf = ({ text, found, from }: Typed, deps: Deps) => {
  // The sandbox keeps people's own messages masked.
  const deletable = from.addresses.some(({ platform }) => platform !== 'sandbox');
  return warningFor(text, { found, deletable, writer: from }, deps);
};

const answerAsked = async (asked: Asked, { id, from }: Typed, deps: Deps): Promise<Saying> => {
  if ('ask' in asked) return reply({ kind: 'did-you-mean', word: asked.ask });
  return isLinkWord(asked.do)
    ? answerLinkWord(asked.do, from, fingerprint('heard', id), deps)
    : answerWord(asked.do, from, deps);
};

const smallAnswer = (talk: SmallTalk, person: Person): Saying =>
  reply(talk === 'greeting' ? { kind: 'greeting', name: firstName(person) } : { kind: 'thanks', of: talk });

const reply = (content: Reply): Saying => ({ kind: 'reply', reply: content });

const say = (heard: Typed, what: Saying, { outbox, clock }: Pick<Deps, 'outbox' | 'clock'>): Promise<void> =>
  outbox.add([answer(wordReplyId(fingerprint('heard', heard.id)), heard.from._id, what, clock())]);
