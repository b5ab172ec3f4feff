import type { AskerView } from '../../../bot/cases/view-types.ts';
import type { Node } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { groundSaid } from '../parts/answer.ts';
import { isFollowUpNews } from '../parts/follow-up.ts';
import { withoutStop } from '../parts/nodes.ts';

/**
 * The answer as its asker can read it out on the phone or paste it into a mail: plain lines without the names of the two
 * who wrote. It stands where the answer is, and in the message that reminds of the day.
 */
export const passOnWords = (view: AskerView, speech: Speech): Node[] => {
  const { passOn, for: whom } = view;
  if (passOn === null || whom === 'me' || view.answer === null || !isHere(view)) return [];
  const { onBehalf } = speech.t;
  const { alternative, trial } = view.answer;
  const ground = groundSaid(view.answer.ground, speech);
  const text = [
    onBehalf.passOn.hello[whom],
    bare(passOn.text),
    ground === null ? null : onBehalf.passOn.ground(withoutStop(ground)),
    alternative === null ? null : onBehalf.passOn.alternative(withoutStop(alternative)),
    trial === null ? null : onBehalf.passOn.trial(withoutStop(trial.text), speech.day(trial.until, view.now)),
    stepLine(view, speech),
    view.citizenHears === null ? null : onBehalf.passOn.hears(speech.day(view.citizenHears, view.now)),
    passOn.agent === null ? null : onBehalf.passOn.agent(passOn.agent.name, passOn.agent.phone),
  ]
    .filter((line) => line !== null && line !== '')
    .join('\n');
  return [{ kind: 'quote', who: onBehalf.passOn.to[whom], when: '', text }];
};

/** In characters. A longer answer would fill a message twice, and be cut in both places. */
const MAX_TWICE = 1200;

/** Without the answer's own quote, where the words to be passed on hold a long one whole. */
export const besidePassOn = (view: AskerView): AskerView => {
  const isLong = view.passOn !== null && view.for !== 'me' && isHere(view) && view.passOn.text.length > MAX_TWICE;
  const kept = view.turns.filter(({ kind }) => kind !== 'answer' && kind !== 'correction');
  return isLong ? { ...view, turns: kept } : view;
};

const isHere = (view: AskerView): boolean => {
  if (view.state !== 'answered' && view.state !== 'closed') return isReminder(view);
  return view.turns.some(({ kind }) => kind === 'answer' || kind === 'correction') || isReminder(view);
};

/** A message without words of its own that came after the reminder, until the question how it went takes its place. */
export const isReminder = (view: AskerView): boolean =>
  view.passOn?.reminded === true && view.turns.length === 0 && !isFollowUpNews(view);

const stepLine = ({ step, proposal }: AskerView, { t }: Speech): string | null => {
  const next = proposal ?? (step?.state === 'dropped' ? null : step);
  return next === null ? null : t.onBehalf.passOn.step(withoutStop(next.text));
};

/** What is left of a greeting by name, and of a signature, once the names are out. */
const GREETING = /^\s*(?:hej|kære|hi|hello|dear)\s+\[[^\]]+\]\s*[,.!:]?\s*/iu;
const SIGNATURE =
  /[\s,.]*(?:(?:de bedste |venlig |mange |kærlig |kind |best )?(?:hilsen|hilsner|regards)|mvh|vh|kh|best|cheers)[,.]?(?:\s+fra)?\s*\[[^\]]+\]\.?\s*$/iu;

const bare = (text: string): string => {
  const inner = text.replace(GREETING, '').trim();
  const signed = SIGNATURE.exec(inner);
  if (signed === null) return inner;
  const rest = inner.slice(0, signed.index);
  return rest === '' ? rest : /[.!?]$/u.test(rest) ? rest : `${rest}.`;
};
