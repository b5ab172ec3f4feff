import type { DraftView } from '../../../bot/drafts/notice.ts';
import { TOPICS } from '../../../bot/words.ts';
import type { Card, Input } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { MAX } from '../parts/limits.ts';
import { lines } from '../parts/nodes.ts';
import { ownInWords, warningNode } from '../parts/warning.ts';
import { sendNameless } from './preview.ts';

/** The form behind Change, with everything about the dilemma. Both send buttons send its fields along. */
export const draftForm = (view: DraftView, speech: Speech): Card => {
  const { draft, labels } = speech.t;
  const data = { draft: view.id, rev: view.rev };
  return {
    title: view.text === '' ? draft.begun.title : draft.changing.title,
    kicker: draft.kicker,
    tone: 'plain',
    body: [
      ...warningNode(view.warning, 'before', speech),
      ...lines('body', [
        view.promised === null
          ? draft.noPromise
          : draft.changing.promise(
              speech.when(view.promised.at, view.now),
              speech.when(view.promised.todayAt, view.now),
            ),
        draft.readers,
      ]),
    ],
    actions: [
      {
        kind: 'form',
        verb: 'submit-dilemma',
        label: draft.send,
        send: draft.send,
        intro: draft.changing.intro,
        data: { ...data, anonymous: 'no' },
        weight: 'main',
        open: true,
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
          {
            kind: 'choice',
            field: 'principle',
            label: draft.changing.principle,
            options: speech.principles.map(({ id, name }) => ({ value: id, label: name })),
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
          { kind: 'toggle', field: 'today', label: draft.changing.today, value: false },
          ...keepMine(view, speech),
        ],
      },
      ...sendNameless(view, speech),
      { kind: 'press', verb: 'discard-draft', label: draft.discard, data, weight: 'more' },
    ],
  };
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
