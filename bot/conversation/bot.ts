import type { SearchWords } from '../card-fields.ts';
import { type FoundColleague, searchColleagues } from '../cases/search-colleagues.ts';
import type { Deps } from '../deps.ts';
import { changeLine, type Followed } from '../drafts/change-line.ts';
import type { CaseId } from '../ids.ts';
import { sendAgain } from '../messages/send-again.ts';
import type { Person } from '../people/person.ts';
import type { Pressing } from '../presses/handle-once.ts';
import { greet } from './greet.ts';
import { type Answered, hear } from './hear.ts';
import { type Heard, heardAs } from './heard.ts';
import { type Pressed, press } from './press.ts';

/** The events that a chat platform passes on: a message, a press, or a new person. */
export interface Bot {
  hear(heard: Heard): Promise<Answered>;
  /** A message was edited. `heard.id` is the one it was heard under; any other message is passed over in silence. */
  rewrite(heard: Pick<Heard, 'id' | 'from' | 'text'>): Promise<Followed>;
  /** A message was deleted, likewise. */
  takeBack(heard: Pick<Heard, 'id' | 'from'>): Promise<Followed>;
  /** A message that was taken back is there again. */
  bringBack(heard: Pick<Heard, 'id' | 'from' | 'text'>): Promise<Followed>;
  /** @throws MalformedAction @throws Refusal */
  press(pressed: Pressed): Promise<Pressing>;
  /** Colleagues whom the agent of a case may introduce; none for anybody else. */
  searchColleagues(asked: { case: CaseId; typed: SearchWords }, person: Person): Promise<FoundColleague[]>;
  greet(person: Person): Promise<void>;
  /** Somebody is here: what could not be delivered to them is sent again. Returns how many messages. */
  returned(person: Person): Promise<number>;
}

export const createBot = (deps: Deps): Bot => ({
  hear: (heard) => hear(heard, deps),
  rewrite: ({ id, from, text }) => changeLine({ heard: heardAs(id, deps), person: from, text }, deps),
  takeBack: ({ id, from }) => changeLine({ heard: heardAs(id, deps), person: from, text: null }, deps),
  bringBack: ({ id, from, text }) => changeLine({ heard: heardAs(id, deps), person: from, text, back: true }, deps),
  press: (pressed) => press(pressed, deps),
  searchColleagues: (asked, person) => searchColleagues(asked, person, deps),
  greet: (person) => greet(person, deps),
  returned: ({ _id }) => sendAgain(_id, deps),
});
