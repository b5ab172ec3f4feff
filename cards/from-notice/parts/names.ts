import { firstName } from '../../../bot/people/first-name.ts';
import { isNameless } from '../../../bot/people/name.ts';
import { capital, type Speech } from '../../speech.ts';

/** A colleague by their first name; "en kollega" where there is no name to show. */
export const firstNameOrSomeone = (name: string | null, speech: Speech): string =>
  firstNameOf(name ?? speech.t.colleagues.someone, speech);

/** After the title, a first name is enough; "din kollega" has none. */
export const firstNameOf = (name: string, { t: { agent, asker, colleagues, draft } }: Speech): string =>
  [agent.yourColleague, asker.yourAgent, asker.anAgent, colleagues.someone, draft.whom.nameless].includes(name)
    ? name
    : firstName({ name });

/** A name that begins a line: a capital letter where it is only "en kollega". */
export const asLineStart = (name: string): string => (isNameless(name) ? capital(name) : name);
