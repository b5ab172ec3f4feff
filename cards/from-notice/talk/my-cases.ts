import type { CaseLine, CaseReply } from '../../../bot/cases/notice.ts';
import type { Card, Press } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { lines, snippet as startOf } from '../parts/nodes.ts';
import { plain } from '../parts/plain.ts';
import { questionItem } from '../parts/question-item.ts';

/** The cases that a person takes part in: what waits for them first. Closed ones are under "…". */
export const myCasesCard = (
  { now, cases, more, questions }: Extract<CaseReply, { kind: 'my-cases' }>,
  speech: Speech,
): Card => {
  const { myCases } = speech.t.replies;
  if (cases.length + questions.length === 0) return plain(myCases.none, lines('body', [myCases.noneText]));
  const open = cases.filter((line) => !isOver(line));
  const over = cases.filter(isOver);
  const asked = questions.map((question) => questionItem(question, now, speech));
  const own = open.map((line) => ({
    title: `${speech.t.labels.caseNumber(line.number)} · ${statusOf(line, speech)}`,
    text: aboutOf(line, MAX_OF_A_CASE, speech),
    action: show(line, myCases.show(line.number), 'normal'),
  }));
  const items = [...asked, ...own];
  return {
    ...plain(myCases.title, [
      ...(items.length === 0 ? lines('body', [myCases.noneOpen]) : [{ kind: 'list' as const, items }]),
      ...lines('subtle', [
        over.length === 0 ? null : myCases.closed(over.length, speech.number(over.length)),
        more ? myCases.more : null,
      ]),
    ]),
    actions: over.map((line) =>
      show(line, `${speech.t.labels.caseNumber(line.number)} · ${aboutOf(line, MAX_OF_A_LABEL, speech)}`, 'more'),
    ),
  };
};

/** A line in the list arrives cut at 80 characters, possibly inside a word. */
const MAX_OF_A_CASE = 78;
/** A button is shorter. */
const MAX_OF_A_LABEL = 36;

const isOver = ({ state }: Pick<CaseLine, 'state'>): boolean => state === 'closed' || state === 'withdrawn';

const statusOf = ({ state, role, next }: CaseLine, { t }: Speech): string => {
  const isYours = state === 'active' || state === 'answered' || role === 'offered';
  return next === 'you' && isYours ? t.replies.myCases.yourTurn : t.labels.state[state];
};

/** "Du hjalp: Skaterne vil selv bygge …" */
const aboutOf = ({ state, role, snippet }: CaseLine, maxLength: number, { t }: Speech): string => {
  const part = isOver({ state }) ? t.labels.roleThen[role] : t.labels.role[role];
  return snippet === null ? t.labels.state[state] : `${part}: ${startOf(snippet, maxLength)}`;
};

const show = ({ id }: CaseLine, label: string, weight: Press['weight']): Press => ({
  kind: 'press',
  verb: 'show-case',
  label,
  data: { case: id },
  weight,
});
