import type { ForgetNotice } from '../../../bot/accounts/notice.ts';
import type { Card } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { lines } from '../parts/nodes.ts';

/** Says what is kept and what is erased before its only button, because erasure cannot be undone. */
export const forgetCard = ({ asked, open, agent, listed }: ForgetNotice, speech: Speech): Card => {
  const { ask } = speech.t.forgetting;
  return {
    title: ask.title,
    tone: 'attention',
    body: [
      ...lines('lead', [ask.lead]),
      ...lines('body', [
        open === 0 ? null : ask.open(speech.number(open), open === 1),
        agent ? ask.agent : null,
        ask.cases,
        ask.figures,
      ]),
      ...lines('subtle', [listed ? ask.listed : null, ask.stays]),
    ],
    actions: [
      { kind: 'press', verb: 'forget-me', label: ask.yes, data: { asked: asked.toISOString() }, weight: 'normal' },
      { kind: 'press', verb: 'stop-nudges', label: speech.t.talk.onlyStop, data: {}, weight: 'normal' },
    ],
  };
};

export const forgottenCard = ({ t }: Speech): Card => ({
  title: t.forgetting.done.title,
  tone: 'quiet',
  body: lines('body', [t.forgetting.done.text]),
  actions: [],
});
