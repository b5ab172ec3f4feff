import { isGrave } from '../../../bot/cases/warning-for.ts';
import type { DraftView } from '../../../bot/drafts/notice.ts';
import type { Card, Node, Press } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { lines } from '../parts/nodes.ts';
import { sayWord } from '../parts/say-word.ts';
import { ownInWords, warningNode } from '../parts/warning.ts';
import { meetForms, storyNodes } from './stories.ts';
import { sendAfterAll } from './whom.ts';

/** One screen with one choice: what will be sent, who reads it, and when a person answers. */
export const draftPreview = (draft: DraftView, speech: Speech): Card => previewOf(withFitStories(draft), speech);

/** Whoever writes of danger needs a human, not a story. */
const withFitStories = (view: DraftView): DraftView => (isGrave(view.warning) ? { ...view, stories: [] } : view);

const previewOf = (view: DraftView, speech: Speech): Card => {
  const { draft } = speech.t;
  const data = { draft: view.id, rev: view.rev };
  return {
    title: view.returned ? speech.t.stories.inDraft.returned : view.reminded ? draft.reminded : draft.title,
    kicker: draft.kicker,
    tone: 'plain',
    body: [
      ...warningNode(view.warning, 'before', speech, view.for),
      { kind: 'quote', who: draft.yours, when: '', text: view.text },
      ...lines('body', [
        view.follows === null ? null : draft.follows(view.follows),
        view.promised === null ? draft.noPromise : draft.promise(speech.when(view.promised.at, view.now)),
        draft.readers,
        doubtLine(view, speech),
        view.named ? draft.ask.named(draft.ask.plain[view.principle], speech.principle(view.principle)) : null,
      ]),
      ...principleQuestion(view, speech),
      ...storyNodes(view, speech),
      ...lines('subtle', [
        keptLine(view, speech),
        view.openly ? draft.openly : draft.nameless,
        view.own.length === 0 ? null : draft.namelessOwn(ownInWords(view.own, speech)),
      ]),
    ],
    actions: [
      {
        kind: 'press',
        verb: 'submit-dilemma',
        label: draft.send,
        data: { ...data, anonymous: 'no' },
        weight: 'main',
      },
      ...sendNameless(view, speech),
      { kind: 'press', verb: 'change-draft', label: draft.change, data, weight: 'normal' },
      ...sendAfterAll(view, speech),
      ...meetForms(view, speech),
      sayWord('readers', speech, 'more'),
      { kind: 'press', verb: 'discard-draft', label: draft.discard, data, weight: 'more' },
    ],
  };
};

/** One line at most asks for more words. */
const doubtLine = ({ vague, certainty, warning }: DraftView, { t: { draft } }: Speech): string | null => {
  if (vague) return draft.vague;
  return certainty === 'silent' && !isGrave(warning) ? draft.silent : null;
};

/**
 * What each choice means in plain words. Whoever writes of danger is not asked what they would like help with, and whoever
 * reads stories is asked about these (docs/rules.md, "Buttons on a card").
 */
const principleQuestion = ({ id, rev, choices, warning, stories }: DraftView, { t: { draft } }: Speech): Node[] =>
  choices.length === 0 || isGrave(warning) || stories.length > 0
    ? []
    : [
        {
          kind: 'question',
          text: draft.ask.question,
          presses: choices.map((principle) => ({
            kind: 'press',
            verb: 'name-principle',
            label: draft.ask.plain[principle],
            data: { draft: id, rev, principle },
            weight: 'normal',
          })),
        },
      ];

/** How long it can still be sent. */
export const keptLine = ({ lastDay, now }: DraftView, { t, day }: Speech): string => t.draft.kept(day(lastDay, now));

/** Not offered when others have already seen who wrote it. */
export const sendNameless = ({ id, rev, openly }: DraftView, { t }: Speech): Press[] =>
  openly
    ? []
    : [
        {
          kind: 'press',
          verb: 'submit-dilemma',
          label: t.draft.sendNameless,
          data: { draft: id, rev, anonymous: 'yes' },
          weight: 'normal',
        },
      ];
