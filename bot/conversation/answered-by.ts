import type { Case } from '../cases/case.ts';
import type { Deps } from '../deps.ts';
import { personId } from '../ids.ts';
import { standsAt } from '../messages/sent-messages.ts';
import type { Saying } from '../notices.ts';
import type { Person } from '../people/person.ts';
import { resolveJoined } from '../people/resolve-joined.ts';

type AnsweredDeps = Pick<Deps, 'sentMessages' | 'cases' | 'drafts' | 'people' | 'platforms'>;

/** The case that a message from Sammen is about, when a person answers that message; null when it is about none. */
export const answeredBy = async (message: string, person: Person, deps: AnsweredDeps): Promise<Case | null> => {
  const say = await sentTo(message, person, deps);
  if (say?.kind === 'case') return deps.cases.get(say.case);
  if (say?.kind !== 'draft') return null;
  const opened = await deps.cases.get(say.draft);
  if (opened !== null) return opened;
  const draft = await deps.drafts.get(say.draft);
  const went = draft?.sentTo?.case ?? draft?.answers;
  return went === undefined ? null : deps.cases.get(went);
};

/** What a message in this person's own chat is about. */
const sentTo = async (message: string, person: Person, deps: AnsweredDeps): Promise<Saying | null> => {
  const { sentMessages, people, platforms } = deps;
  for (const { to, say } of await sentMessages.standing(platforms.map((platform) => standsAt(platform, message)))) {
    const recipient = await people.get(personId(to));
    if (recipient !== null && (await resolveJoined(recipient, people))._id === person._id) return say;
  }
  return null;
};
