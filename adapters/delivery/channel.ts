import type { DeliveryId } from '../../bot/ids.ts';
import type { Notice } from '../../bot/notices.ts';
import type { TeamPlace } from '../../bot/nudges/team-channel.ts';
import type { Person } from '../../bot/people/person.ts';
import type { Language } from '../../bot/words.ts';

/** A place where people are: the sandbox, Teams, Slack. It renders notices in its own way. */
export interface Channel {
  /** Posts a new message and answers the platform's name for it. `id` lets a platform that can see a repeat. */
  post(to: Person, id: DeliveryId, notice: Notice): Promise<string>;
  /** Posts a new message in a team's channel, for all there. */
  postInTeam(to: TeamPlace, id: DeliveryId, notice: Notice, language: Language): Promise<string>;
  /** Changes a message in place. */
  update(to: Person, message: string, notice: Notice): Promise<void>;
}
