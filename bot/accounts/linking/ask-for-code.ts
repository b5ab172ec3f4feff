import type { Replying } from '../../messages/owed.ts';
import { homeOf, type Person } from '../../people/person.ts';
import type { AccountsDeps } from '../deps.ts';
import type { AccountsReply, LinkCodeNotice, LinkCodeSaying } from '../notice.ts';
import { LINK_MINUTES, minutesAfter } from './wrong-codes.ts';

export type AskDeps = Pick<AccountsDeps, 'codes' | 'linkRequests' | 'platforms' | 'clock'>;

/**
 * Opens a request to link this account with one on another platform. The code itself is made when the message is sent.
 */
export const askForCode = async (
  person: Person,
  heard: string,
  deps: AskDeps,
): Promise<LinkCodeSaying | Replying<AccountsReply>> => {
  const here = homeOf(person)?.platform;
  const others = otherPlatforms(person, deps);
  if (here === undefined || others.length === 0) {
    const why = person.addresses.length > 1 ? 'linked-already' : 'one-platform';
    return { kind: 'reply', reply: { kind: 'link-not', why, until: null, now: null } };
  }
  const seed = `${person._id}\n${heard}`;
  const until = minutesAfter(deps.clock());
  const id = deps.codes.hash(deps.codes.make(seed));
  await deps.linkRequests.add({ _id: id, maker: person._id, platform: here, until, state: 'open', by: null });
  return { kind: 'link-code', seed, others };
};

/** Makes the code again from its seed; it is stored nowhere. */
export const composeCode = (
  { seed, others }: LinkCodeSaying,
  { codes }: Pick<AccountsDeps, 'codes'>,
): LinkCodeNotice => ({
  kind: 'link-code',
  code: codes.make(seed),
  others,
  minutes: LINK_MINUTES,
});

/** Platforms that Sammen runs on and where this person has no known account. */
const otherPlatforms = (
  { addresses }: Person,
  { platforms }: Pick<AccountsDeps, 'platforms'>,
): LinkCodeNotice['others'] =>
  platforms.filter((candidate) => !addresses.some(({ platform }) => platform === candidate));

export type UnlinkDeps = Pick<AccountsDeps, 'people' | 'adminLog' | 'clock'>;

/** Unlinks the accounts on other platforms; what was written there stays with the person. */
export const unlinkOthers = async (person: Person, heard: string, deps: UnlinkDeps): Promise<AccountsReply> => {
  const { people, adminLog, clock } = deps;
  const here = homeOf(person)?.platform;
  const others = person.addresses.filter(({ platform }) => platform !== here);
  const parted = others.map(({ platform }) => platform);
  if (here === undefined || parted.length === 0) return { kind: 'link-not', why: 'not-linked', until: null, now: null };
  const entry = { at: clock(), by: person._id, did: 'unlink' as const, about: null, detail: parted.join(' ') };
  await adminLog.add(`unlink-${person._id}-${heard}`, entry);
  for (const address of others) {
    await people.dropAddress(person._id, address, true);
    await people.unsay(person._id, address.platform);
  }
  return { kind: 'unlinked', parted, here };
};
