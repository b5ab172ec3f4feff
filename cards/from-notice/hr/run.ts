import type { Reply } from '../../../bot/notices.ts';
import type { RunView } from '../../../bot/nudges/notice.ts';
import { audienceOf, LEFT_OUT } from '../../../bot/nudges/run.ts';
import { numberOf } from '../../../bot/time/iso-week.ts';
import type { Card, Node, Press } from '../../model.ts';
import { capital, type Speech } from '../../speech.ts';
import { facts, lines } from '../parts/nodes.ts';

/** A week's principle, for HR and admins: how many get it, how many do not, and why. */
export const runCard = ({ did, view }: Extract<Reply, { kind: 'run' }>, speech: Speech): Card => {
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
        !began && !cancelled ? run.lead : null,
        view.paused && did !== 'paused' ? run.did.paused(week) : null,
      ]),
      ...(cancelled ? [] : audience(view, began, speech)),
      ...(cancelled ? [] : texts(view, speech)),
    ],
    actions: cancelled ? [] : actionsOf(view, began, speech),
  };
};

/** More of them make a card that no platform takes. */
const MAX_TEXTS = 18;

/** Every text that people get, with the field it was written for and how many read it. */
const texts = ({ texts: all }: RunView, speech: Speech): Node[] => {
  const { run } = speech.t.nudges;
  const more = all.length - MAX_TEXTS;
  return [
    ...(all.length === 0 ? [] : lines('heading', [run.texts(all.length)])),
    ...all.slice(0, MAX_TEXTS).map(({ field, audience: readers, ...text }): Node => {
      const who = run.field[field];
      return {
        kind: 'quote',
        who: readers === null ? who : run.read(who, inFives(readers, speech)),
        when: '',
        text: text[speech.language],
      };
    }),
    ...lines('subtle', [more > 0 ? run.moreTexts(speech.number(more)) : null]),
  ];
};

const audience = ({ counts, sent, notDelivered, teams }: RunView, began: boolean, speech: Speech): Node[] => {
  const { run } = speech.t.nudges;
  const gets = speech.number(audienceOf(counts));
  const left: [string, string | null][] = [
    ...LEFT_OUT.map((why): [string, string | null] => [run.leftOut[why], few(counts[why], speech)]),
    [run.notDelivered.undeliverable, few(notDelivered.undeliverable, speech)],
    [run.notDelivered.failed, few(notDelivered.failed, speech)],
  ];
  return [
    ...lines('lead', [
      began ? run.progress(speech.number(sent), gets) : run.audience(inFives(audienceOf(counts), speech)),
    ]),
    ...lines('body', [teams === 0 ? null : run.teams(teams, speech.number(teams))]),
    ...(left.some(([, count]) => count !== null) ? lines('heading', [run.leftOutHeading]) : []),
    ...facts(left),
    ...lines('subtle', [run.late]),
  ];
};

/** Small groups are not counted, and the others only in fives, so that nobody can tell who stopped or paused. */
const few = (count: number, speech: Speech): string | null => (count === 0 ? null : inFives(count, speech));

const inFives = (count: number, { t, number }: Speech): string =>
  count < 5 ? t.nudges.run.few : t.nudges.run.about(number(Math.round(count / 5) * 5));

const actionsOf = ({ week, paused }: RunView, began: boolean, { t }: Speech): Press[] => {
  const { buttons } = t.nudges.run;
  const press = (verb: Press['verb'], label: string, weight: Press['weight']): Press => ({
    kind: 'press',
    verb,
    label,
    data: { week },
    weight,
  });
  return [
    ...(began ? [] : [press('swap-nudge', buttons.swap, 'normal')]),
    press('send-to-me', buttons.sendToMe, 'normal'),
    paused ? press('resume-run', buttons.resume, 'main') : press('pause-run', buttons.pause, 'normal'),
    press('show-run', buttons.show, 'more'),
    press('cancel-nudge', buttons.cancel, 'danger'),
  ];
};
