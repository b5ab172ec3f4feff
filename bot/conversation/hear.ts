import { GOODBYE } from '../accounts/erasure/ask-for-erasure.ts';
import { answerLinkWord } from '../accounts/linking/answer-link-word.ts';
import { warningFor } from '../cases/warning-for.ts';
import type { Deps } from '../deps.ts';
import { isWriting } from '../drafts/keep-line.ts';
import { wordReplyId } from '../messages/ids.ts';
import { answer } from '../messages/owed.ts';
import type { Reply, Saying } from '../notices.ts';
import { subscribeTeamChannel, type TeamDeps, unsubscribeTeamChannel } from '../nudges/subscribe-team-channel.ts';
import type { TeamPlace } from '../nudges/team-channel.ts';
import { greetingName } from '../people/first-name.ts';
import { maskFor } from '../people/mask-for.ts';
import type { Person } from '../people/person.ts';
import { isTipDue, notePhoneTip } from '../people/phone-tip.ts';
import { MAX_TEXT_LENGTH } from '../privacy/free-text.ts';
import { trimmed } from '../privacy/mask.ts';
import type { SealDeps } from '../seal.ts';
import { isYes } from '../talk/short-answers.ts';
import { perhapsSmallTalk, type SmallTalk, smallTalk } from '../talk/small-talk.ts';
import { isLinkWord } from '../talk/word-in-chat.ts';
import { tooShort, wordInChat } from '../talk/words-in-chat.ts';
import { answerWord } from './answer-word.ts';
import { type Asked, askedOfUs } from './asked-of-us.ts';
import { hearersOf, isTalking, keepWords, NOBODY } from './go-on-talking.ts';
import { type Heard, heardAs, type Typed } from './heard.ts';
import { takeBack } from './take-back.ts';

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
const hearInTeam = async ({ id, from, text }: Typed, team: TeamPlace, deps: TeamDeps & SealDeps): Promise<boolean> => {
  const name = heardAs(id, deps);
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
  const isBusy = async () => (await isTalking(person, deps)) || (await isWriting(person, deps));
  const asked = await askedOfUs(text, person, isBusy);
  if (asked !== null) return say(heard, await answerAsked(asked, heard, deps), deps);
  if (await takeBack(heard, deps)) return say(heard, smallAnswer('answer', person), deps);
  const small = smallTalk(text);
  const isForUs = text === '' || small === 'greeting' || (small === 'farewell' && !isYes(text));
  const to = isForUs ? NOBODY : await hearersOf(heard, text, deps);
  const isHeard = to.talks.length + to.offers.length > 0;
  if (small !== null && !isHeard) return say(heard, smallAnswer(small, person), deps);
  if (text.length > MAX_TEXT_LENGTH) {
    return say(heard, reply({ kind: 'too-long', length: text.length, most: MAX_TEXT_LENGTH }), deps);
  }
  const kept =
    text === '' ? 'alone' : await keepWords(heard, text, { ...to, fragment: !isHeard && tooShort(text) }, deps);
  switch (kept) {
    case 'kept':
      return notePhoneTip(person, heard.found, deps);
    case 'full':
      return say(heard, reply({ kind: 'draft-full', most: MAX_TEXT_LENGTH }), deps);
    case 'alone': {
      const perhaps = perhapsSmallTalk(text);
      if (perhaps !== null) return say(heard, smallAnswer(perhaps, person), deps);
      const warning = heard.found.length === 0 ? null : warningOf(heard, deps);
      await say(heard, reply(warning === null ? { kind: 'not-understood' } : { kind: 'noticed', warning }), deps);
      return notePhoneTip(person, heard.found, deps);
    }
  }
};

/** What is said about hidden numbers in a message that became nothing. */
const warningOf = ({ text, found, from }: Typed, deps: Pick<Deps, 'warningWords' | 'organisation'>) => {
  // The sandbox keeps people's own messages masked.
  const deletable = from.addresses.some(({ platform }) => platform !== 'sandbox');
  return warningFor(text, { found, deletable, writer: from, tip: isTipDue(from) }, deps);
};

const answerAsked = async (asked: Asked, { id, from }: Typed, deps: Deps): Promise<Saying> => {
  if ('ask' in asked) return reply({ kind: 'did-you-mean', word: asked.ask });
  return isLinkWord(asked.do)
    ? answerLinkWord(asked.do, from, heardAs(id, deps), deps)
    : answerWord(asked.do, from, deps);
};

const smallAnswer = (talk: SmallTalk, person: Person): Saying =>
  reply(talk === 'greeting' ? { kind: 'greeting', name: greetingName(person) } : { kind: 'thanks', of: talk });

const reply = (content: Reply): Saying => ({ kind: 'reply', reply: content });

const say = (heard: Typed, what: Saying, deps: Pick<Deps, 'outbox' | 'clock' | 'seal'>): Promise<void> =>
  deps.outbox.add([answer(wordReplyId(heardAs(heard.id, deps)), heard.from._id, what, deps.clock())]);
