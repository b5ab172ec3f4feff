import { Refusal, type RefusalCode } from '../refusal.ts';
import type { Case } from './case.ts';
import type { MeasuredCommand } from './command.ts';
import type { Circumstances } from './move.ts';
import { talkIn } from './talking.ts';
import type { Talk } from './turn.ts';

type Command = MeasuredCommand<'answer-case'>;
type Parts = Pick<NonNullable<Case['answer']>, 'ground' | 'alternative' | 'trial'> & { talk: Talk | null };

const NONE: Parts = { ground: null, alternative: null, trial: null, talk: null };

/**
 * What each outcome needs besides the words of the answer (docs/rules.md, "Answers"). Fields of other outcomes are left
 * out: a card sends what it hides, too. @throws Refusal on the first field that is missing, or on a date that is past
 */
export const partsOf = (command: Command, context: Circumstances): Parts => {
  const { ground, alternative, trial, trialUntil, trialSign } = command;
  switch (command.outcome) {
    case 'clear-no':
      return {
        ...NONE,
        ground: needed(ground, 'ground', 'needs-ground'),
        alternative: needed(alternative, 'alternative', 'needs-alternative'),
      };
    case 'small-trial':
      return {
        ...NONE,
        trial: {
          text: needed(trial, 'trial', 'needs-trial'),
          until: notPast(needed(trialUntil, 'trialUntil', 'date-missing'), 'trialUntil', context),
          sign: needed(trialSign, 'trialSign', 'needs-sign'),
        },
      };
    case 'meeting': {
      const talk = talkIn(command, context);
      if (talk.start === null) throw new Refusal('date-missing', null, 'start');
      return { ...NONE, talk };
    }
    default:
      return NONE;
  }
};

const needed = <Value extends string>(value: Value | undefined, field: string, code: RefusalCode): Value => {
  if (!value) throw new Refusal(code, null, field);
  return value;
};

/** A day of today or later. @throws Refusal date-past */
export const notPast = <Day extends string>(
  day: Day,
  field: string,
  { now, time }: Pick<Circumstances, 'now' | 'time'>,
): Day => {
  if (day < time.localDate(now)) throw new Refusal('date-past', null, field);
  return day;
};
