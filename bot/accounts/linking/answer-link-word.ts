import type { Replying } from '../../messages/owed.ts';
import type { Person } from '../../people/person.ts';
import type { LinkWord } from '../../talk/word-in-chat.ts';
import type { AccountsReply, LinkCodeSaying } from '../notice.ts';
import { type AskDeps, askForCode, type UnlinkDeps, unlinkOthers } from './ask-for-code.ts';
import { type TypingDeps, typeCode } from './type-code.ts';

/** Answers a word about linking accounts. `heard` is the platform's id of the message. */
export const answerLinkWord = async (
  word: LinkWord,
  person: Person,
  heard: string,
  deps: AskDeps & TypingDeps & UnlinkDeps,
): Promise<LinkCodeSaying | Replying<AccountsReply>> => {
  switch (word.word) {
    case 'link':
      return askForCode(person, heard, deps);
    case 'code':
      return { kind: 'reply', reply: await typeCode(word.code, person, heard, deps) };
    case 'unlink':
      return { kind: 'reply', reply: await unlinkOthers(person, heard, deps) };
  }
};
