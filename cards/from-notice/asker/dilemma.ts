import type { AskerView } from '../../../bot/cases/view.ts';
import type { Node } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { dilemma } from '../parts/conversation.ts';

/** In characters; who wrote it needs little of it. */
const REMINDER = 240;

export const ownDilemma = (view: AskerView, speech: Speech): Node[] =>
  dilemma(view, speech.t.labels.youAsked, REMINDER, speech);
