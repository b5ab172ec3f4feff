import type { Case } from '../cases/case.ts';
import type { Deps } from '../deps.ts';
import { type CaseId, personId } from '../ids.ts';
import { standsAt } from '../messages/sent-messages.ts';
import type { Saying } from '../notices.ts';
import type { Person } from '../people/person.ts';
import { resolveJoined } from '../people/resolve-joined.ts';

export type AnsweredDeps = Pick<Deps, 'sentMessages' | 'cases' | 'drafts' | 'people' | 'platforms'>;

/** What a message from Sammen is about: a case, or a draft that was not sent yet. */
export type Answered = { case: Case; draft?: undefined } | { draft: CaseId; case?: undefined };

/** What a person answers in a thread or with a quote; null when that is about no case. */
export const answeredBy = async (message: string, person: Person, deps: AnsweredDeps): Promise<Answered | null> => {
  const say = await sentTo(message, person, deps);
  if (say?.kind === 'case') return about(say.case, deps);
  if (say?.kind !== 'draft') return null;
  const draft = await deps.drafts.get(say.draft);
  if (draft?.state === 'open' || draft?.state === 'changing') return { draft: draft._id };
  return about(draft?.sentTo?.case ?? say.draft, deps);
};

const about = async (id: CaseId, { cases }: AnsweredDeps): Promise<Answered | null> => {
  const c = await cases.get(id);
  return c === null ? null : { case: c };
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
