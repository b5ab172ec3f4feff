import { deliveryId } from '../ids.ts';
import { audience, type Member } from '../nudges/audience.ts';
import { isPausedOn } from '../nudges/reader.ts';
import type { AdoptionDeps } from './deps.ts';
import type { Headcount, Standing } from './fact.ts';
import { daysOf, type Week } from './week.ts';

export type HeadcountDeps = Pick<AdoptionDeps, 'people' | 'readers' | 'nudges' | 'outbox'>;

/** Who works here now, and whom the weekly principle reaches. Of a week that was missed it is the nearest that is known. */
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

/** The one that holds first: whoever has stopped is not paused, too. */
const standingOf = ({ person, wishes }: Member, week: Week, missed: ReadonlySet<string>): keyof Standing | null => {
  if (wishes.stoppedAt !== null) return 'stopped';
  if (isPausedOn(wishes, daysOf(week).last)) return 'paused';
  return missed.has(person._id) ? 'unreachable' : null;
};

/** Whom this week's message could reach on no platform. */
const notDelivered = async (
  week: Week,
  members: readonly Member[],
  { outbox }: Pick<AdoptionDeps, 'outbox'>,
): Promise<ReadonlySet<string>> => {
  const planned = members.flatMap(({ had }) => had.filter((one) => one.week === week && one.sent === null));
  const failed = new Set<string>(await outbox.unreachable(planned.map(({ _id }) => deliveryId(_id))));
  return new Set(planned.filter(({ _id }) => failed.has(deliveryId(_id))).map(({ person }) => person));
};
