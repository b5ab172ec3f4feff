import type { Reply } from '../../../bot/notices.ts';
import type { RunView } from '../../../bot/nudges/notice.ts';
import { audienceOf, LEFT_OUT } from '../../../bot/nudges/run.ts';
import { numberOf } from '../../../bot/time/iso-week.ts';
import type { Action, Card, Node, Press } from '../../model.ts';
import { capital, type Speech } from '../../speech.ts';
import { facts, lines } from '../parts/nodes.ts';
import { inFives } from './in-fives.ts';
import { sampleForm, swapForm, TEXTS_ON_A_CARD, textNodes } from './run-texts.ts';

/** A week's principle, for HR and admins: how many get it, how many do not, and why. */
export const runCard = ({ did, view, from = 0 }: Extract<Reply, { kind: 'run' }>, speech: Speech): Card => {
  const { run } = speech.t.nudges;
  const week = speech.number(numberOf(view.week));
  const began = view.state === 'planning' || view.state === 'planned';
  const cancelled = view.state === 'cancelled';
  return {
    title: capital(run.title(speech.day(view.day, view.now), speech.principle(view.principle))),
    kicker: run.kicker,
    tone: did === 'nothing' ? 'plain' : 'good',
    body: [
      ...lines('body', [
        did === 'nothing' ? null : run.did[did](week),
        cancelled && did !== 'cancelled' ? run.did.cancelled(week) : null,
        !began && !cancelled && from === 0 ? run.lead : null,
        view.paused && did !== 'paused' ? run.did.paused(week) : null,
      ]),
      ...(cancelled || from > 0 ? [] : audience(view, began, speech)),
      ...(cancelled ? [] : textNodes(view, from, speech)),
    ],
    actions: cancelled ? [] : actionsOf(view, from, began, speech),
  };
};

const audience = ({ counts, sent, notDelivered, teams }: RunView, began: boolean, speech: Speech): Node[] => {
  const { run } = speech.t.nudges;
  const gets = inFives(audienceOf(counts), speech);
  const left: [string, string | null][] = [
    ...LEFT_OUT.map((why): [string, string | null] => [run.leftOut[why], few(counts[why], speech)]),
    [run.notDelivered.undeliverable, few(notDelivered.undeliverable, speech)],
    [run.notDelivered.failed, few(notDelivered.failed, speech)],
  ];
  const progress = sent === 0 ? run.noneSent(gets) : capital(run.progress(inFives(sent, speech), gets));
  return [
    ...lines('lead', [began ? progress : run.audience(gets)]),
    ...lines('body', [teams === 0 ? null : run.teams(teams, speech.number(teams))]),
    ...(left.some(([, count]) => count !== null) ? lines('heading', [run.leftOutHeading]) : []),
    ...facts(left),
    ...lines('subtle', [run.late]),
  ];
};

const few = (count: number, speech: Speech): string | null => (count === 0 ? null : inFives(count, speech));

const actionsOf = (view: RunView, from: number, began: boolean, speech: Speech): Action[] => {
  const { week, paused, texts, notDelivered } = view;
  const { buttons } = speech.t.nudges.run;
  const press = (verb: Press['verb'], label: string, weight: Press['weight'], more: Press['data'] = {}): Press => ({
    kind: 'press',
    verb,
    label,
    data: { week, ...more },
    weight,
  });
  const next = from + TEXTS_ON_A_CARD;
  const swap = began ? null : swapForm(view, speech);
  const hasRest = texts.length > next;
  return [
    ...(swap === null ? [] : [swap]),
    ...(began && notDelivered.failed > 0 ? [press('resend-run', buttons.resend, 'normal')] : []),
    sampleForm(view, speech) ?? press('send-to-me', buttons.sendToMe, 'normal'),
    ...(hasRest ? [press('show-run', buttons.rest, 'normal', { from: next })] : []),
    paused
      ? press('resume-run', buttons.resume, 'main')
      : press('pause-run', buttons.pause, hasRest ? 'more' : 'normal'),
    press('show-run', buttons.show, 'more'),
    ...(began ? [] : [press('swap-nudge', buttons.swapAll, 'more')]),
    press('cancel-nudge', buttons.cancel, 'danger'),
  ];
};
