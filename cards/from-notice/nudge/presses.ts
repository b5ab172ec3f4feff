import type { NudgeVerb, WishVerb } from '../../../bot/nudges/command.ts';
import type { NudgeView } from '../../../bot/nudges/notice.ts';
import type { Form, Press } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { MAX } from '../parts/limits.ts';

export const nudgePress = (
  verb: NudgeVerb | WishVerb,
  label: string,
  view: NudgeView,
  weight: Press['weight'],
  more: Press['data'] = {},
): Press => ({ kind: 'press', verb, label, data: { nudge: view.id, rev: view.rev, ...more }, weight });

/** An optional line about how it went. */
export const triedForm = (view: NudgeView, { t }: Speech): Form => ({
  kind: 'form',
  verb: 'nudge-tried',
  label: t.nudges.tried.label,
  send: t.nudges.tried.send,
  data: { nudge: view.id, rev: view.rev },
  weight: 'normal',
  inputs: [
    { kind: 'text', field: 'text', label: t.nudges.tried.text, required: false, multiline: true, maxLength: MAX.text },
  ],
});
