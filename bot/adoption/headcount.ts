import { nudgeMessageId } from '../messages/ids.ts';
import { audience, type Member } from '../nudges/audience.ts';
import { isPausedOn } from '../nudges/reader.ts';
import type { Week } from '../time/iso-week.ts';
import type { AdoptionDeps } from './deps.ts';
import type { Headcount, Standing } from './fact.ts';
import { daysOf } from './week.ts';

export type HeadcountDeps = Pick<AdoptionDeps, 'people' | 'readers' | 'nudges' | 'outbox'>;

/**
 * Counts who works here now and whom the weekly principle reaches. A week that was missed gets the current figures, the
 * nearest known.
 */
export const headcount = async (week: Week, deps: HeadcountDeps): Promise<Headcount> => {
  const units = new Map<string | null, number>();
  const standing: Standing = { stopped: 0, paused: 0, unreachable: 0 };
  let [directory, withChat] = [0, 0];
  for await (const { members } of audience('', deps)) {
    const missed = await notDelivered(week, members, deps);
    for (const member of members) {
      const { unit, addresses } = member.person;
      directory += 1;
      units.set(unit, (units.get(unit) ?? 0) + 1);
      if (addresses.length === 0) continue;
      withChat += 1;
      const stands = standingOf(member, week, missed);
      if (stands !== null) standing[stands] += 1;
    }
  }
  return { _id: week, directory, withChat, standing, units: [...units].map(([unit, people]) => ({ unit, people })) };
};

/** The first that applies: a person who stopped does not also count as paused. */
const standingOf = ({ person, wishes }: Member, week: Week, missed: ReadonlySet<string>): keyof Standing | null => {
  if (wishes.stoppedAt !== null) return 'stopped';
  if (isPausedOn(wishes, daysOf(week).last)) return 'paused';
  return missed.has(person._id) ? 'unreachable' : null;
};

/** People whose message of this week was undeliverable on every platform. */
const notDelivered = async (
  week: Week,
  members: readonly Member[],
  { outbox }: Pick<AdoptionDeps, 'outbox'>,
): Promise<ReadonlySet<string>> => {
  const planned = members.flatMap(({ had }) => had.filter((record) => record.week === week && record.sent === null));
  const failed = new Set<string>(await outbox.unreachable(planned.map(({ _id }) => nudgeMessageId(_id))));
  return new Set(planned.filter(({ _id }) => failed.has(nudgeMessageId(_id))).map(({ person }) => person));
};
