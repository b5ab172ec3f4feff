import type { Changed } from './cases/change-case.ts';
import { greet } from './conversation/greet.ts';
import { type Answered, type Heard, hear } from './conversation/hear.ts';
import { type Pressed, press } from './conversation/press.ts';
import type { Needs } from './needs.ts';
import type { Person } from './people/person.ts';

/** What a chat platform hands over: something written, something pressed, or somebody new. */
export interface Bot {
  hear(heard: Heard): Promise<Answered>;
  /** @throws MalformedAction @throws Refusal */
  press(pressed: Pressed): Promise<Changed>;
  greet(person: Person): Promise<void>;
}

export const createBot = (needs: Needs): Bot => ({
  hear: (heard) => hear(heard, needs),
  press: (pressed) => press(pressed, needs),
  greet: (person) => greet(person, needs),
});
