import { z } from 'zod';
import { isoDate, isoTime, nudge, optional, text } from '../command-fields.ts';
import { QUARTER_ANSWERS, RHYTHMS, WEEKDAYS } from '../words.ts';

const ofNudge = z.object({ nudge });
/** `nudge`: whose card was pressed; it then says what happened. */
const onNudge = z.object({ nudge: optional(nudge) });
/** The previewed week, unless the card was about another. */
const ofRun = z.object({ week: optional(z.string().regex(/^\d{4}-W\d{2}$/)) });

/** What people may do with the weekly principle, and HR and admins with the week's run. */
export const NUDGE_ACTIONS = {
  'nudge-will-try': ofNudge,
  'nudge-tried': z.object({ nudge, text: optional(text) }),
  'nudge-another': ofNudge,
  'nudge-spar': ofNudge,
  'answer-quarterly': z.object({ nudge, when: z.enum(QUARTER_ANSWERS) }),
  'set-rhythm': z.object({ nudge: optional(nudge), rhythm: z.enum(RHYTHMS) }),
  'pause-nudges': z.object({ nudge: optional(nudge), until: optional(isoDate) }),
  'stop-nudges': onNudge,
  'resume-nudges': onNudge,
  'show-nudges': z.object({}),
  'set-nudge-time': z.object({ weekday: optional(z.enum(WEEKDAYS)), hour: optional(isoTime) }),
  'swap-nudge': ofRun,
  'cancel-nudge': ofRun,
  'send-to-me': ofRun,
  'pause-run': ofRun,
  'resume-run': ofRun,
  'show-run': ofRun,
} as const;

export const NUDGE_VERBS = [
  'nudge-will-try',
  'nudge-tried',
  'nudge-another',
  'nudge-spar',
  'answer-quarterly',
] as const;

export const WISH_VERBS = [
  'set-rhythm',
  'pause-nudges',
  'stop-nudges',
  'resume-nudges',
  'show-nudges',
  'set-nudge-time',
] as const;

export const RUN_VERBS = ['swap-nudge', 'cancel-nudge', 'send-to-me', 'pause-run', 'resume-run', 'show-run'] as const;
