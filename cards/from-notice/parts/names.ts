import { firstName } from '../../../bot/people/first-name.ts';
import type { Speech } from '../../speech.ts';

/** A colleague by their first name; "en kollega" where there is no name to show. */
export const firstNameOrSomeone = (name: string | null, speech: Speech): string =>
  firstNameOf(name ?? speech.t.colleagues.someone, speech);

/** After the title, a first name is enough; "din kollega" has none. */
export const firstNameOf = (name: string, { t: { agent, asker, colleagues, draft } }: Speech): string =>
  [agent.yourColleague, asker.yourAgent, asker.anAgent, colleagues.someone, draft.whom.nameless].includes(name)
    ? name
    : firstName({ name });
