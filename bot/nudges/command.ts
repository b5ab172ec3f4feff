import { z } from 'zod';
import { isoDate, isoTime, nudge, nudgeText, optional, wholeNumber } from '../card-fields.ts';
import { type CommandOf, verbs } from '../command-of.ts';
import { freeText } from '../privacy/free-text.ts';
import { isoWeek } from '../time/week-field.ts';
import { QUARTER_ANSWERS, RHYTHMS, WEEKDAYS } from '../words.ts';
import type { TextAsRead } from './text-as-read.ts';

const ofNudge = z.object({ nudge });
/** `nudge`: the card that was pressed; it then shows what happened. */
const onNudge = z.object({ nudge: optional(nudge) });
/** Without a week, the previewed one is meant. */
const ofRun = z.object({ week: optional(isoWeek) });

const textAsRead = z
  .string()
  .max(120)
  .regex(/^[\w.:-]+(?:@[a-z]+)?$/)
  .transform((value) => value as TextAsRead);

/** What a person can do with a nudge. */
export const NUDGE_ACTIONS = verbs({
  'nudge-will-try': ofNudge,
  'nudge-tried': z.object({ nudge, text: freeText() }),
  'nudge-another': ofNudge,
  'nudge-spar': ofNudge,
  'answer-quarterly': z.object({ nudge, when: z.enum(QUARTER_ANSWERS) }),
});

/** When a person wants the weekly principle. */
export const WISH_ACTIONS = verbs({
  'set-rhythm': z.object({ nudge: optional(nudge), rhythm: z.enum(RHYTHMS) }),
  'pause-nudges': z.object({ nudge: optional(nudge), until: optional(isoDate) }),
  'stop-nudges': onNudge,
  'resume-nudges': onNudge,
  'show-nudges': z.object({}),
  'set-nudge-time': z.object({ weekday: optional(z.enum(WEEKDAYS)), hour: optional(isoTime) }),
});

/** What HR and admins can do with a week's run. */
export const RUN_ACTIONS = verbs({
  /** Without a text, all of the week's. `by`: the text to take instead; without one, the next in the library. */
  'swap-nudge': z.object({ week: optional(isoWeek), text: optional(nudgeText), by: optional(nudgeText) }),
  'cancel-nudge': ofRun,
  /** Without a text, the one that most people get. */
  'send-to-me': z.object({ week: optional(isoWeek), text: optional(textAsRead) }),
  'pause-run': ofRun,
  'resume-run': ofRun,
  'resend-run': ofRun,
  /** `from`: the first text to show, counted from 0. */
  'show-run': z.object({ week: optional(isoWeek), from: optional(wholeNumber.pipe(z.number().int().min(0))) }),
});

export type NudgeVerb = keyof typeof NUDGE_ACTIONS;
export type WishVerb = keyof typeof WISH_ACTIONS;
export type NudgeCommand = CommandOf<typeof NUDGE_ACTIONS>;
export type WishCommand = CommandOf<typeof WISH_ACTIONS>;
export type RunCommand = CommandOf<typeof RUN_ACTIONS>;
