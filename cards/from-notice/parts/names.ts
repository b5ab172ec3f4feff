import { firstName } from '../../../bot/people/first-name.ts';
import type { Speech } from '../../speech.ts';

/** After the title, a first name is enough; "din kollega" has none. */
export const firstNameOf = (name: string, { t: { agent, asker, colleagues, draft } }: Speech): string =>
  [agent.yourColleague, asker.yourAgent, asker.anAgent, colleagues.someone, draft.whom.nameless].includes(name)
    ? name
    : firstName({ name });
