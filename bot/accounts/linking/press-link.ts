import { reply } from '../../messages/reply.ts';
import type { Person } from '../../people/person.ts';
import { resolveJoined } from '../../people/resolve-joined.ts';
import type { Changed } from '../../presses/once.ts';
import { Refusal, type RefusalCode } from '../../refusal.ts';
import type { LinkCommand } from '../command.ts';
import type { AccountsDeps } from '../deps.ts';
import type { CannotLink } from '../notice.ts';
import { type BringOverDeps, bringOver } from './bring-over.ts';
import { chooseSurvivor, whyNotLinkable } from './choose-survivor.ts';

type JoinDeps = BringOverDeps & Pick<AccountsDeps, 'adminLog'>;
type PressDeps = JoinDeps & Pick<AccountsDeps, 'linkRequests' | 'outbox'>;

/** Confirms or refuses a link between two accounts. @throws Refusal */
export const pressLink = async ({ verb, link }: LinkCommand, person: Person, deps: PressDeps): Promise<Changed> => {
  const { linkRequests, people, clock } = deps;
  const request = await linkRequests.get(link);
  const typer = request === null || request.by === null ? null : await people.get(request.by);
  const presser = typer === null ? null : await resolveJoined(typer, people);
  if (request === null || presser === null || presser._id !== person._id) throw new Refusal('link-gone');
  if (request.state === 'done' || request.state === 'refused') {
    if ((request.state === 'done') === (verb === 'confirm-link')) return 'repeated';
    throw new Refusal('link-gone');
  }
  if (clock() >= request.until) throw new Refusal('link-gone');
  if (verb === 'refuse-link') {
    await reply({ kind: 'link-refused' }, person, `link-${link}`, deps);
    await linkRequests.change(link, 'typed', { state: 'refused' });
    return 'done';
  }
  const found = await people.get(request.maker);
  if (found === null) throw new Refusal('link-gone');
  const maker = await resolveJoined(found, people);
  // After a repeated press they are already one; the job moves what is left.
  if (maker._id !== presser._id) await makeOne(maker, presser, link, deps);
  const one = await resolveJoined((await people.get(presser._id)) ?? presser, people);
  const addresses = [...found.addresses, ...presser.addresses, ...one.addresses];
  const platforms = [...new Set(addresses.map(({ platform }) => platform))];
  await reply({ kind: 'linked', platforms }, one, `link-${link}`, deps);
  await linkRequests.change(link, 'typed', { state: 'done' });
  return 'done';
};

const CODES: Record<CannotLink, RefusalCode> = {
  'same-place': 'link-same-place',
  'both-listed': 'link-both-listed',
  manager: 'link-manager',
  left: 'link-gone',
};

/**
 * Merges two people. The mark makes them one for every reader; the rest is moved now, or by the job that finds the
 * mark.
 */
const makeOne = async (a: Person, b: Person, link: string, deps: JoinDeps): Promise<void> => {
  const { people, adminLog, clock } = deps;
  const why = await whyNotLinkable(a, b, deps);
  if (why !== null) throw new Refusal(CODES[why]);
  const [stays, joins] = await chooseSurvivor(a, b, deps);
  const detail = [...a.addresses, ...b.addresses].map(({ platform }) => platform).join(' ');
  // Logged before the mark, so that a merge is always logged, whenever this process dies.
  await adminLog.add(`link-${link}`, { at: clock(), by: b._id, did: 'link', about: a._id, detail });
  await people.change(joins._id, { joined: stays._id, joining: true });
  await bringOver({ ...joins, joined: stays._id, joining: true }, deps);
};
