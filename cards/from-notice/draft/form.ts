import type { DraftView } from '../../../bot/drafts/notice.ts';
import { FOR_WHOM, TOPICS } from '../../../bot/words.ts';
import type { Card, Fold, Input } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { MAX } from '../parts/limits.ts';
import { sayWord } from '../parts/say-word.ts';
import { ownInWords, warningNode } from '../parts/warning.ts';
import { keptLine, sendNameless } from './preview.ts';

/** The form behind Change, with everything about the dilemma. Both send buttons send its fields along. */
export const draftForm = (view: DraftView, speech: Speech): Card => {
  const { draft, onBehalf } = speech.t;
  const data = { draft: view.id, rev: view.rev };
  return {
    title: view.text === '' ? draft.begun.title : draft.changing.title,
    kicker: draft.kicker,
    tone: 'plain',
    body: warningNode(view.warning, 'before', speech, view.for),
    actions: [
      {
        kind: 'form',
        verb: 'submit-dilemma',
        label: draft.send,
        send: draft.send,
        data: { ...data, anonymous: 'no' },
        weight: 'main',
        open: true,
        outro: beforeSending(view, speech).join('\n'),
        inputs: [
          {
            kind: 'text',
            field: 'text',
            label: draft.changing.text,
            hint: draft.changing.textHint,
            value: view.text,
            required: true,
            multiline: true,
            maxLength: Math.max(MAX.text, view.text.length),
          },
          { kind: 'toggle', field: 'today', label: draft.changing.today, value: false },
          {
            kind: 'choice',
            field: 'for',
            label: onBehalf.question,
            options: FOR_WHOM.map((whom) => ({ value: whom, label: onBehalf.options[whom] })),
            value: view.for,
            required: true,
          },
          ...keepMine(view, speech),
          rarelyChanged(view, speech),
        ],
      },
      ...sendNameless(view, speech),
      sayWord('readers', speech, 'more'),
      { kind: 'press', verb: 'discard-draft', label: draft.discard, data, weight: 'more' },
    ],
  };
};

/** What somebody should know before they send: by when, who reads it, and how long it can be sent. */
const beforeSending = (view: DraftView, speech: Speech): string[] => {
  const { draft } = speech.t;
  const { promised, now } = view;
  return [
    promised === null
      ? draft.noPromise
      : draft.changing.promise(speech.when(promised.at, now), speech.when(promised.todayAt, now)),
    draft.readers,
    draft.changing.learning,
    keptLine(view, speech),
  ];
};

/** What few people need: whom not to ask, and what it is about, which Sammen has guessed. */
const rarelyChanged = (view: DraftView, speech: Speech): Fold => {
  const { draft, labels } = speech.t;
  const notTo = notToInput(view, speech);
  return {
    kind: 'fold',
    label: notTo.length === 0 ? draft.changing.moreAbout : draft.changing.more,
    inputs: [
      ...notTo,
      {
        kind: 'choice',
        field: 'principle',
        label: draft.changing.principle,
        options: speech.principles.map(({ id, name }) => ({
          value: id,
          label: draft.ask.option(name, draft.ask.plain[id]),
        })),
        value: view.principle,
        required: true,
      },
      {
        kind: 'choice',
        field: 'topic',
        label: draft.changing.topic,
        options: TOPICS.map((topic) => ({ value: topic, label: labels.topic[topic] })),
        value: view.topic,
        required: true,
      },
    ],
  };
};

/** Up to three agents who are not to be asked. Where they are too many for a list, their names are typed. */
const notToInput = ({ agents }: DraftView, { t }: Speech): Input[] => {
  const { label, hint } = t.draft.changing.notTo;
  if (agents !== 'many' && agents.length === 0) return [];
  if (agents !== 'many') {
    const options = agents.map(({ id, name }) => ({ value: id, label: name }));
    return [{ kind: 'choices', field: 'notTo', label, options, values: [] }];
  }
  return [{ kind: 'text', field: 'notTo', label, hint, required: false, multiline: false, maxLength: 300 }];
};

/** Only where something of the writer's own was found. */
const keepMine = ({ own }: DraftView, speech: Speech): Input[] =>
  own.length === 0
    ? []
    : [
        {
          kind: 'toggle',
          field: 'keepMine',
          label: speech.t.draft.keepMine(ownInWords(own, speech, 'mine')),
          value: false,
        },
      ];
