import type { Person } from '../people/person.ts';
import type { GuessedWord } from '../talk/notice.ts';
import { type Recognised, recognise } from '../talk/recognise.ts';
import { smallTalk } from '../talk/small-talk.ts';
import { onlyShows, type WordInChat } from '../talk/word-in-chat.ts';
import { tooShort } from '../talk/words-in-chat.ts';
import { withoutRoleFor } from './may-say.ts';

/** `word`: do it. `ask`: ask whether they meant it. */
export type Asked = { do: WordInChat } | { ask: GuessedWord };

/**
 * What a text asks of Sammen itself; null when it is meant for somebody else (docs/rules.md, "Words in chat").
 * `isBusy`: whether the writer's words may be for a colleague or for a draft that they are writing.
 */
export const askedOfUs = async (
  text: string,
  person: Person,
  isBusy: () => Promise<boolean>,
): Promise<Asked | null> => {
  const heard = recognise(text);
  if (heard === null || heard.to === 'anybody') return null;
  if (heard.as !== 'said' && smallTalk(text) !== null) return null;
  const may = withoutRoleFor(heard.word, person) === null;
  if (heard.as === 'guess' && (!may || !tooShort(text))) return null;
  const certain = heard.as !== 'guess' && heard.to === 'us' && may;
  return !certain && (await isBusy()) ? null : askedBy(heard);
};

/** A slip of the keyboard may show something, but changes nothing before it was asked. */
const askedBy = ({ as, word }: Recognised): Asked => {
  if (as === 'said' || word.word === 'case' || word.word === 'code' || word.word === 'search') return { do: word };
  return as === 'typo' && onlyShows(word.word) ? { do: word } : { ask: word.word };
};
