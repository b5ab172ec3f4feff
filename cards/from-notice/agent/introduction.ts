import type { HeldView } from '../../../bot/cases/view-types.ts';
import type { Form } from '../../model.ts';
import { capital, type Speech } from '../../speech.ts';
import { form, line } from '../parts/case-form.ts';
import { askerFirst } from './asker.ts';

/** Proposes a third colleague, with one line why. */
export const introduceForm = (view: HeldView, speech: Speech): Form => {
  const { propose } = speech.t.introduction;
  const asker = askerFirst(view.asker, speech);
  return form(view, {
    verb: 'request-introduction',
    label: propose.label,
    send: propose.send,
    intro: propose.intro(asker),
    weight: 'more',
    inputs: [
      {
        kind: 'colleague',
        field: 'person',
        label: propose.person(asker),
        hint: propose.personHint,
        case: view.id,
        typed: { field: 'name', label: propose.typed },
      },
      line('text', propose.text, true, { hint: propose.textHint }),
    ],
  });
};

/** What came of the proposal: whether it came off, never who said what. */
export const introductionLine = (view: HeldView, speech: Speech): string | null => {
  if (view.introduction === null) return null;
  const { toAgent } = speech.t.introduction;
  const who = view.introduction.colleague ?? speech.t.colleagues.someone;
  switch (view.introduction.state) {
    case 'asked':
      return toAgent.asked(askerFirst(view.asker, speech), who);
    case 'made':
      return capital(toAgent.made(askerFirst(view.asker, speech), who));
    case 'off':
      return toAgent.off(who);
  }
};
