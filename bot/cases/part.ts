import type { PersonId } from '../ids.ts';
import { isAgent, type Person } from '../people/person.ts';
import type { Case } from './case.ts';
import { introductionPutTo } from './introduction.ts';
import { coAgentOf, openInvitation } from './invitations.ts';
import { openOffer, saidNo } from './offer.ts';
import { isKeptOut, isShutOut } from './shut-out.ts';

/**
 * A person's part in a case. `listed`: an agent who may claim it from the common list; `past`: an agent who was once
 * asked or saw it on the list; `handed`: the agent to whom it is being handed over; `invited` and `co-agent`: an agent
 * who is asked to help the case's agent, or does; `introduced`: a colleague who was asked whether they want to meet the
 * asker. A manager of the asker is always a stranger.
 */
export type Part =
  | 'asker'
  | 'agent'
  | 'offered'
  | 'listed'
  | 'past'
  | 'handed'
  | 'invited'
  | 'co-agent'
  | 'introduced'
  | 'stranger';

/** The person's part in the case. @param managers all managers above the asker */
export const partOf = (c: Case, person: Person, managers: ReadonlySet<PersonId>): Part => {
  if (person._id === c.asker) return 'asker';
  if (managers.has(person._id)) return 'stranger';
  if (person._id === c.agent) return 'agent';
  if (introductionPutTo(c, person._id) === null) return partOfOther(c, person);
  if (isKeptOut(c, person._id)) return 'introduced';
  const part = partOfOther(c, person);
  return part === 'past' || part === 'stranger' ? 'introduced' : part;
};

const partOfOther = (c: Case, person: Person): Part => {
  if (!isAgent(person)) return 'stranger';
  const asked = invitedAs(c, person._id);
  if (asked !== null) return asked;
  if (coAgentOf(c) === person._id && c.state !== 'waiting' && c.state !== 'withdrawn') return 'co-agent';
  if (c.state === 'waiting' && openOffer(c)?.agent === person._id) return 'offered';
  if (c.sharing === 'shared') return c.state === 'waiting' && !saidNo(c.offers, person._id) ? 'listed' : 'past';
  return c.offers.some((offer) => offer.agent === person._id) || wasInvited(c, person._id) ? 'past' : 'stranger';
};

const NOBODY: ReadonlySet<PersonId> = new Set();

const invitedAs = (c: Case, person: PersonId): 'handed' | 'invited' | null => {
  const open = openInvitation(c);
  if (c.state !== 'active' && c.state !== 'answered') return null;
  if (open?.state !== 'colleague' || open.to !== person || isShutOut(c, open, NOBODY)) return null;
  return open.for === 'hand-over' ? 'handed' : 'invited';
};

/** Whether they were asked to take part and saw the case. */
const wasInvited = ({ invitations = [] }: Case, person: PersonId): boolean =>
  invitations.some(({ to, show }) => to === person && show !== null);
