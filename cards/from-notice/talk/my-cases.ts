import type { CaseLine, CaseReply } from '../../../bot/cases/notice.ts';
import type { Card, Press } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { lines, snippet as startOf } from '../parts/nodes.ts';
import { plain } from '../parts/plain.ts';

/** The cases that a person takes part in. */
export const myCasesCard = ({ cases, more }: Extract<CaseReply, { kind: 'my-cases' }>, speech: Speech): Card => {
  const { myCases } = speech.t.replies;
  if (cases.length === 0) return plain(myCases.none, lines('body', [myCases.noneText]));
  return plain(myCases.title, [
    { kind: 'list', items: cases.map((line) => caseItem(line, speech)) },
    ...lines('subtle', [more ? myCases.more : null]),
  ]);
};

/** A line in the list arrives cut at 80 characters, possibly inside a word. */
const MAX_OF_A_CASE = 78;

const caseItem = ({ id, number, state, role, snippet, next }: CaseLine, { t }: Speech) => {
  const { myCases } = t.replies;
  const open = state === 'active' || state === 'answered' || role === 'offered';
  const status = next === 'you' && open ? myCases.yourTurn : t.labels.state[state];
  const action: Press = {
    kind: 'press',
    verb: 'show-case',
    label: myCases.show(number),
    data: { case: id },
    weight: 'normal',
  };
  return {
    title: `${t.labels.caseNumber(number)} · ${status}`,
    text: `${t.labels.role[role]}: ${startOf(snippet, MAX_OF_A_CASE)}`,
    action,
  };
};
