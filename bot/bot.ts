import type { Changed } from './cases/change-case.ts';
import { type Heard, hear } from './conversation/hear.ts';
import { type Pressed, press } from './conversation/press.ts';
import type { Needs } from './needs.ts';

/** What a chat platform hands over: something written, or something pressed. */
export interface Bot {
  hear(heard: Heard): Promise<void>;
  /** @throws MalformedAction @throws Refusal */
  press(pressed: Pressed): Promise<Changed>;
}

export const createBot = (needs: Needs): Bot => ({
  hear: (heard) => hear(heard, needs),
  press: (pressed) => press(pressed, needs),
});
