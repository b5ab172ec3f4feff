import type { AdminNotice } from '../../../bot/admin/notice.ts';
import { PLACES, sumOf } from '../../../bot/keeping/take-out.ts';
import type { Card, Form } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { facts, lines } from '../parts/nodes.ts';

/** The number of a case, and the words to count in it or to take out of it. */
export const wordsForm = ({ t }: Speech): Form => {
  const { words } = t.admin;
  return {
    kind: 'form',
    verb: 'take-out-words',
    label: words.label,
    send: words.send,
    intro: words.intro,
    data: {},
    weight: 'more',
    inputs: [
      { kind: 'text', field: 'number', label: words.number, required: true, multiline: false, maxLength: 9 },
      { kind: 'text', field: 'words', label: words.words, required: true, multiline: false, maxLength: 200 },
      {
        kind: 'choice',
        field: 'just',
        label: words.what,
        options: [
          { value: 'look', label: words.look },
          { value: 'take', label: words.take },
        ],
        value: 'look',
        required: true,
      },
    ],
  };
};

/** How often words stand in a case, and where; never the words, nor what stands around them. */
export const adminWords = (
  { number, did, places }: Extract<AdminNotice, { kind: 'admin-words' }>,
  speech: Speech,
): Card => {
  const { words, kicker } = speech.t.admin;
  const sum = sumOf(places);
  const text = sum === 0 ? words.none : did === 'took' ? words.took : words.looked;
  return {
    title: sum === 0 ? words.noneTitle(number) : words[did === 'took' ? 'tookTitle' : 'lookedTitle'](number, sum),
    kicker,
    tone: did === 'took' ? 'good' : 'plain',
    body: [
      ...facts(PLACES.map((place) => [words.places[place], places[place] === 0 ? null : speech.number(places[place])])),
      ...lines('body', [text]),
    ],
    actions: did === 'took' ? [] : [{ ...wordsForm(speech), weight: 'normal' }],
  };
};
