import type { GuessedWord, TalkReply } from '../../../bot/talk/notice.ts';
import { onlyShows } from '../../../bot/talk/word-in-chat.ts';
import type { Action, Card } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { lines } from '../parts/nodes.ts';
import { sayWord } from '../parts/say-word.ts';

/** Asks before doing what somebody may have meant. */
export const didYouMeanCard = ({ word }: Extract<TalkReply, { kind: 'did-you-mean' }>, speech: Speech): Card => {
  const { names, didYouMean } = speech.t.talk;
  return {
    title: didYouMean.title(names[word]),
    tone: 'plain',
    body: [...lines('body', [consequence(word, speech)]), ...lines('subtle', [didYouMean.else])],
    actions: [...yes(word, speech), ...(word === 'help' ? [] : [sayWord('help', speech)])],
  };
};

const consequence = (word: GuessedWord, { t }: Speech): string | null => {
  const { didYouMean } = t.talk;
  return word === 'stop' || word === 'start' || word === 'link' || word === 'unlink' ? didYouMean[word] : null;
};

const yes = (word: GuessedWord, speech: Speech): Action[] => {
  const { yesStop, yesStart } = speech.t.talk.didYouMean;
  if (word === 'stop') return [{ kind: 'press', verb: 'stop-nudges', label: yesStop, data: {}, weight: 'normal' }];
  if (word === 'start') return [{ kind: 'press', verb: 'resume-nudges', label: yesStart, data: {}, weight: 'normal' }];
  return onlyShows(word) ? [sayWord(word, speech)] : [];
};
