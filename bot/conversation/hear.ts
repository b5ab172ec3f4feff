import { MOST_CHARACTERS } from '../cases/transition.ts';
import { fingerprint } from '../fingerprint.ts';
import { deliveryId } from '../ids.ts';
import type { Needs } from '../needs.ts';
import type { Reply } from '../notices.ts';
import type { Saying } from '../owed.ts';
import type { Person } from '../people/person.ts';
import { answerWord } from './answer-word.ts';
import { draftFrom } from './draft-from.ts';
import { maskFor } from './masking.ts';
import { smallTalk, tooShort, wordInChat } from './words-in-chat.ts';

/** Something a person wrote to Sammen. `id` is the platform's own, so that a second delivery does nothing. */
export type Heard = { id: string; from: Person; text: string };

/** Hears a message and answers it: with a draft, with what was asked for, or with a friendly line. */
export const hear = async (heard: Heard, needs: Needs): Promise<void> => {
  const { from: person } = heard;
  const masked = maskFor(person, needs.organisation)(heard.text);
  const text = masked.text.trim();
  const word = wordInChat(text);
  if (word !== null) return say(heard, await answerWord(word, person, needs), needs);
  const talk = smallTalk(text);
  if (talk === 'greeting')
    return say(heard, reply({ kind: 'greeting', name: person.name.split(' ')[0] ?? person.name }), needs);
  if (talk === 'thanks') return say(heard, reply({ kind: 'thanks' }), needs);
  if (text.length > MOST_CHARACTERS) {
    return say(heard, reply({ kind: 'too-long', length: text.length, most: MOST_CHARACTERS }), needs);
  }
  if (tooShort(text)) return say(heard, reply({ kind: 'not-understood' }), needs);
  await draftFrom(
    { id: `d${fingerprint('heard', heard.id)}`, person, text, found: masked.found, follows: null },
    needs,
  );
};

const reply = (content: Reply): Saying => ({ kind: 'reply', reply: content });

const say = (heard: Heard, what: Saying, { outbox, clock }: Needs): Promise<void> =>
  outbox.add([
    {
      id: deliveryId(`r${fingerprint('heard', heard.id)}`),
      to: heard.from._id,
      manner: 'ping',
      notBefore: clock(),
      say: what,
    },
  ]);
