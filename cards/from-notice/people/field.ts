import type { FieldNotice } from '../../../bot/people/notice.ts';
import type { Card } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { lines } from '../parts/nodes.ts';
import { sayWord } from '../parts/say-word.ts';

/** Asks an agent whether to leave a principle out of their profile, and says what became of it. */
export const fieldCard = ({ principle, did }: FieldNotice, speech: Speech): Card => {
  const { field } = speech.t.people;
  const name = speech.principle(principle);
  if (did !== 'asked')
    return {
      title: field[did].title(name),
      tone: 'quiet',
      body: lines('body', [field[did].text]),
      actions: [sayWord('profile', speech)],
    };
  return {
    title: field.title(name),
    tone: 'plain',
    body: [...lines('body', [field.text]), ...lines('subtle', [field.readers])],
    actions: [
      { kind: 'press', verb: 'drop-principle', label: field.drop(name), data: { principle }, weight: 'normal' },
      { kind: 'press', verb: 'keep-principle', label: field.keep, data: { principle }, weight: 'normal' },
    ],
  };
};
