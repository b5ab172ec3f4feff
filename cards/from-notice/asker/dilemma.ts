import type { AskerView } from '../../../bot/cases/view-types.ts';
import type { Node } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { dilemma } from '../parts/conversation.ts';

/** In characters; the author needs little of it. */
const MAX_REMINDER_LENGTH = 240;

export const ownDilemma = (view: AskerView, speech: Speech): Node[] =>
  dilemma(view, speech.t.labels.youAsked, MAX_REMINDER_LENGTH, speech);
