import { z } from 'zod';
import { isWeek } from './iso-week.ts';

/** An ISO week that a card sends along, such as 2026-W48. */
export const isoWeek = z.string().refine(isWeek);
