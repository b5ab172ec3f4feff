import { homeOf, type Person } from '../../people/person.ts';
import { resolveJoined } from '../../people/resolve-joined.ts';
import type { AccountsDeps } from '../deps.ts';
import type { AccountsReply } from '../notice.ts';
import type { LinkRequest } from '../port.ts';
import { whyNotLinkable } from './choose-survivor.ts';
import { countCode, minutesAfter, resetCodes } from './wrong-codes.ts';

export type TypingDeps = Pick<AccountsDeps, 'linkRequests' | 'people' | 'codes' | 'clock'>;

/** Checks a typed code. Returns a confirmation card, or a line that says why nothing happens. */
export const typeCode = async (
  code: string,
  person: Person,
  heard: string,
  deps: TypingDeps,
): Promise<AccountsReply> => {
  const { linkRequests, people, codes, clock } = deps;
  const waits = await countCode(person._id, heard, deps);
  if (waits !== null) return { kind: 'link-not', why: 'must-wait', until: waits, now: clock() };
  const id = codes.hash(code);
  const request = await linkRequests.get(id);
  const maker = request === null ? null : await people.get(request.maker);
  const here = homeOf(person);
  if (request === null || maker === null || here === null || !isOpenTo(request, person, clock()))
    return no('wrong-code');
  await resetCodes(person._id, deps);
  const other = await resolveJoined(maker, people);
  const why = here.platform === request.platform ? 'same-place' : await whyNotLinkable(other, person, deps);
  if (why !== null) return no(why);
  const typed = { state: 'typed' as const, by: person._id, until: minutesAfter(clock()) };
  if (request.state === 'open' && !(await linkRequests.change(id, 'open', typed))) return no('wrong-code');
  return { kind: 'link-confirm', link: id, name: other.name, there: request.platform, here: here.platform };
};

const no = (why: Extract<AccountsReply, { kind: 'link-not' }>['why']): AccountsReply => ({
  kind: 'link-not',
  why,
  until: null,
  now: null,
});

const isOpenTo = ({ state, by, until }: LinkRequest, person: Person, now: Date): boolean =>
  now < until && (state === 'open' || (state === 'typed' && by === person._id));
