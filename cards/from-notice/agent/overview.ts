import type { AgentOverview, WorkLine } from '../../../bot/cases/notice.ts';
import type { Card, Node } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { absenceWords } from '../parts/absence.ts';
import { facts, lines, snippet } from '../parts/nodes.ts';
import { questionItem } from '../parts/question-item.ts';
import { sayWords } from '../parts/say-word.ts';

/** Cases that fit in a message on every platform. */
const MAX_CASES = 10;
const MAX_OF_A_CASE = 78;

/** What waits for an agent, what waits for others, and how they stand. */
export const agentOverviewCard = (notice: AgentOverview, speech: Speech): Card => {
  const { agentOverview: t } = speech.t.replies;
  const waiting = notice.offers.length + notice.yours.length;
  const none = notice.questions.length === 0 ? t.nothing : t.question;
  return {
    title: waiting === 0 ? none : t.title(waiting, speech.number(waiting)),
    kicker: t.kicker,
    tone: 'plain',
    body: agentOverviewBody(notice, speech),
    actions: sayWords(['my-cases', 'absence', 'profile'], speech),
  };
};

/** The same below another card's body. */
export const agentOverviewBody = (notice: AgentOverview, speech: Speech): Node[] => {
  const { agentOverview: t } = speech.t.replies;
  const { number, dayOf } = speech;
  const { now, offers, yours, theirs, questions, listed, load, capacity, absence, helped } = notice;
  const cases = [
    ...questions.map((question) => questionItem(question, now, speech)),
    ...offers.map((line) => itemOf(line, t.offered, dueOf(line, now, speech), speech)),
    ...yours.map((line) => itemOf(line, t.yours, dueOf(line, now, speech), speech)),
    ...theirs.map((line) => itemOf(line, t.theirs, t.since(dayOf(line.since, now)), speech)),
  ];
  return [
    ...(cases.length === 0 ? [] : [{ kind: 'list' as const, items: cases.slice(0, MAX_CASES) }]),
    ...lines('subtle', [cases.length > MAX_CASES ? t.more : null]),
    ...facts([
      [
        t.listed,
        listed.oldest === null ? t.noneListed : t.list(listed.count, number(listed.count), dayOf(listed.oldest, now)),
      ],
      [t.load, t.loadOf(number(load), number(capacity))],
      [t.absence, absence && absenceWords(absence.from, absence.until, now, speech)],
      [t.month, helped === 0 ? null : t.helped(helped, number(helped))],
    ]),
  ];
};

const itemOf = ({ id, number, snippet: text }: WorkLine, status: string, when: string, { t }: Speech) => ({
  title: `${t.labels.caseNumber(number)} · ${status}`,
  text: `${when} ${snippet(text, MAX_OF_A_CASE)}`,
  action: {
    kind: 'press' as const,
    verb: 'show-case' as const,
    label: t.replies.myCases.show(number),
    data: { case: id },
    weight: 'normal' as const,
  },
});

const dueOf = ({ until, since }: WorkLine, now: Date, { t, when, dayOf }: Speech): string => {
  const { agentOverview } = t.replies;
  if (until === null) return agentOverview.since(dayOf(since, now));
  return until < now ? agentOverview.late(when(until, now)) : agentOverview.until(when(until, now));
};
