import type { CaseNews } from '../../../bot/cases/news.ts';
import type { HeldView } from '../../../bot/cases/view-types.ts';
import type { Form } from '../../model.ts';
import { capital, type Speech } from '../../speech.ts';
import { form, words } from '../parts/case-form.ts';
import { agentInput } from '../parts/colleagues.ts';
import { firstNameOf } from '../parts/names.ts';
import { askerFirst } from './asker.ts';

/** The form with which an agent hands the case to a colleague; none where there is nobody to choose. */
export const handOverForm = (view: HeldView, { t }: Speech): Form[] => {
  const { handOver } = t.colleagues;
  const { toChoose } = view.colleagues;
  if (toChoose !== 'many' && toChoose.length === 0) return [];
  return [
    form(view, {
      verb: 'hand-over',
      label: handOver.label,
      send: handOver.send,
      intro: handOver.intro,
      weight: 'more',
      inputs: [agentInput(toChoose, handOver.agent, handOver.agentHint), words('reason', handOver.reason, true)],
    }),
  ];
};

/** What became of the colleague whom the agent asked; null when it needs no word. */
export const colleagueLine = (view: HeldView, why: CaseNews, speech: Speech): string | null => {
  const { asked, asKept } = view.colleagues;
  const { asking } = speech.t.colleagues;
  if (asked === null) {
    return why === 'stays-with-you' ? asking.notThisTime(nameOf(asKept, speech)) : null;
  }
  const to = nameOf(asked.who, speech);
  if (asked.state === 'asker') return capital(asking.asker(askerFirst(view.asker, speech), to));
  return asking.colleague(to, speech.when(asked.until, view.now));
};

const nameOf = (who: string | null, speech: Speech): string =>
  who === null ? speech.t.colleagues.someone : firstNameOf(who, speech);
