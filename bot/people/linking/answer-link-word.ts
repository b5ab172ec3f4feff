import type { LinkWord } from '../../conversation/words-in-chat.ts';
import type { Needs } from '../../needs.ts';
import type { Saying } from '../../owed.ts';
import type { Person } from '../person.ts';
import { askForCode, partFromOthers } from './ask-for-code.ts';
import { typeCode } from './type-code.ts';

/** What a person gets who writes one of the words about being on two platforms. `heard` names what they wrote. */
export const answerLinkWord = async (word: LinkWord, person: Person, heard: string, needs: Needs): Promise<Saying> => {
  switch (word.word) {
    case 'link':
      return askForCode(person, heard, needs);
    case 'code':
      return { kind: 'reply', reply: await typeCode(word.code, person, heard, needs) };
    case 'unlink':
      return { kind: 'reply', reply: await partFromOthers(person, heard, needs) };
  }
};
