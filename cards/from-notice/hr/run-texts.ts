import type { RunText, RunView } from '../../../bot/nudges/notice.ts';
import { textAsRead } from '../../../bot/nudges/text-as-read.ts';
import { LANGUAGES } from '../../../bot/words.ts';
import type { Form, Node } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { eventLine } from '../nudge/event-line.ts';
import { lines } from '../parts/nodes.ts';
import { inFives } from './in-fives.ts';

/** Texts that fit into one message on every platform; the rest are shown at a press. */
export const TEXTS_ON_A_CARD = 6;

/** The texts that people get, from the `from`-th on, with the field each was written for and how many read it. */
export const textNodes = (view: RunView, from: number, speech: Speech): Node[] => {
  const { run } = speech.t.nudges;
  const shown = view.texts.slice(from, from + TEXTS_ON_A_CARD);
  const more = view.texts.length - from - shown.length;
  return [
    ...(shown.length === 0 ? [] : lines('heading', [run.texts(view.texts.length)])),
    ...shown.flatMap((text) => quotesOf(text, view.now, speech)),
    ...lines('subtle', [more > 0 ? run.moreTexts(more, speech.number(more)) : null]),
  ];
};

/** A text in the reader's language, and in another one where somebody gets it so. */
const quotesOf = (text: RunText, now: Date, speech: Speech): Node[] => {
  const { run } = speech.t.nudges;
  const { audience, readers = {}, event } = text;
  const who = text.told === undefined ? run.field[text.field] : speech.t.nudges.told[text.told];
  const words = (language: Speech['language']): string =>
    [text[language], eventLine(event, now, speech.inLanguage(language))].filter((part) => part !== null).join('\n');
  // A story is told in one language to all.
  const others =
    audience === null || text.told !== undefined
      ? []
      : LANGUAGES.filter((other) => other !== speech.language && readers[other]);
  return [
    {
      kind: 'quote',
      who: audience === null ? who : run.read(who, inFives(audience, speech)),
      when: '',
      text: words(speech.language),
    },
    ...others.map(
      (other): Node => ({
        kind: 'quote',
        who: run.readIn[other](inFives(readers[other] ?? 0, speech)),
        when: '',
        text: words(other),
      }),
    ),
  ];
};

/** Short enough for a list on every platform. */
const MAX_OPTION = 72;

const option = (label: string): string => (label.length <= MAX_OPTION ? label : `${label.slice(0, MAX_OPTION - 1)}…`);

/** Asks which text to swap, and for which; null when there is nothing to choose from. */
export const swapForm = ({ week, texts, candidates = [] }: RunView, { t, language }: Speech): Form | null => {
  const { told } = t.nudges;
  const { swap, kind } = t.nudges.run;
  const inUse = new Map(texts.flatMap((text) => (text.id === undefined ? [] : [[text.id, text] as const])));
  const [first] = inUse.keys();
  if (first === undefined) return null;
  const others = candidates.filter(({ id }) => !inUse.has(id));
  return {
    kind: 'form',
    verb: 'swap-nudge',
    label: swap.label,
    send: swap.send,
    intro: others.some((text) => text.told !== undefined) ? `${swap.intro} ${swap.told}` : swap.intro,
    data: { week },
    weight: 'normal',
    inputs: [
      {
        kind: 'choice',
        field: 'text',
        label: swap.text,
        options: [...inUse].map(([value, text]) => ({ value, label: option(text[language]) })),
        value: first,
        required: true,
      },
      ...(others.length === 0
        ? []
        : [
            {
              kind: 'choice' as const,
              field: 'by',
              label: swap.by,
              options: others.map((text) => ({
                value: text.id,
                label: option(`${text.told === undefined ? kind[text.kind] : told[text.told]}: ${text[language]}`),
              })),
              required: false,
            },
          ]),
    ],
  };
};

/** Asks which text to have a sample of; null when there is only one. */
export const sampleForm = ({ week, now, texts }: RunView, speech: Speech): Form | null => {
  const { sendToMe } = speech.t.nudges.run;
  const options = texts.flatMap(({ id, reader, event, ...text }) => {
    if (id === undefined || reader === undefined) return [];
    const words = eventLine(event, now, speech) ?? text[speech.language];
    return [{ value: textAsRead(id, reader), label: option(words) }];
  });
  const [first] = options;
  if (first === undefined || options.length === 1) return null;
  return {
    kind: 'form',
    verb: 'send-to-me',
    label: sendToMe.label,
    send: sendToMe.send,
    data: { week },
    weight: 'normal',
    inputs: [{ kind: 'choice', field: 'text', label: sendToMe.text, options, value: first.value, required: true }],
  };
};
