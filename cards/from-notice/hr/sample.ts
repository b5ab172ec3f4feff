import type { NudgeReply } from '../../../bot/nudges/notice.ts';
import type { Card } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { eventLine } from '../nudge/event-line.ts';
import { wordsOf } from '../nudge/words-of.ts';
import { lines } from '../parts/nodes.ts';

/** Shows what the week's nudge looks like, without buttons, as they would do nothing. */
export const sampleCard = (
  { principle, text, event, now }: Extract<NudgeReply, { kind: 'nudge-sample' }>,
  speech: Speech,
): Card => ({
  title: speech.t.nudges.title(speech.principle(principle)),
  kicker: speech.t.nudges.run.sampleKicker,
  tone: 'plain',
  body: [
    ...(text === null ? [] : wordsOf(text, speech)),
    ...lines('body', [now === undefined ? null : eventLine(event, now, speech)]),
    ...lines('subtle', [speech.t.nudges.run.sample]),
  ],
  actions: [],
});
