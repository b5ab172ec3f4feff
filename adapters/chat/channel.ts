import type { DeliveryId } from '../../bot/ids.ts';
import type { TeamPlace } from '../../bot/nudges/team-channel.ts';
import type { Person } from '../../bot/people/person.ts';
import type { Language } from '../../bot/words.ts';
import type { Card } from '../../cards/model.ts';

/** A message before a platform renders it. `rev`: the revision of the case or draft it shows; null if there is none. */
export type CardMessage = { card: Card; language: Language; rev: number | null };

/** A platform that messages can be delivered to: the sandbox, Teams or Slack. Each renders the content itself. */
export interface Channel<Content = CardMessage> {
  /** Posts a new message and returns the platform's id for it. `id` lets a platform detect a duplicate, if it can. */
  post(to: Person, id: DeliveryId, content: Content): Promise<string>;
  /** Posts a new message in a team's channel, visible to everybody there. */
  postInTeam(to: TeamPlace & { language: Language }, id: DeliveryId, content: Content): Promise<string>;
  /** Opens the person's chat anew when the old one is gone. @throws DeliveryError when the platform does not allow it */
  reopen(to: Person): Promise<void>;
  /** Changes a message in place. */
  update(to: Person, message: string, content: Content): Promise<void>;
}
