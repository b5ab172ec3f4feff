import type { DeliveryId } from '../../bot/ids.ts';
import type { TeamPlace } from '../../bot/nudges/team-channel.ts';
import type { Person } from '../../bot/people/person.ts';
import type { Language } from '../../bot/words.ts';
import type { Card } from '../../cards/model.ts';

/** A message before a platform renders it. `rev`: the revision of what it shows; null when that has none. */
export type CardMessage = { card: Card; language: Language; rev: number | null };

/** A place where people are: the sandbox, Teams, Slack. It renders what it is given in its own way. */
export interface Channel<Content = CardMessage> {
  /** Posts a new message and answers the platform's name for it. `id` lets a platform that can see a repeat. */
  post(to: Person, id: DeliveryId, content: Content): Promise<string>;
  /** Posts a new message in a team's channel, for all there. */
  postInTeam(to: TeamPlace & { language: Language }, id: DeliveryId, content: Content): Promise<string>;
  /** Changes a message in place. */
  update(to: Person, message: string, content: Content): Promise<void>;
}
