import { unitCardId } from '../messages/ids.ts';
import { update } from '../messages/owed.ts';
import type { Person } from '../people/person.ts';
import { type Changed, once } from '../presses/once.ts';
import { Refusal } from '../refusal.ts';
import type { CaseCommand } from './command.ts';
import type { CaseDeps } from './deps.ts';

const MAX_CASES = 20;

type UnitDeps = Pick<CaseDeps, 'people' | 'cases' | 'outbox' | 'clock'>;

/** Stores the unit a person works in, and adds it to the cases they have asked. @throws Refusal */
export const pressUnit = (
  command: CaseCommand<'set-unit'>,
  person: Person,
  receipt: string,
  deps: UnitDeps & Pick<CaseDeps, 'receipts'>,
): Promise<Changed> =>
  once(
    receipt,
    deps,
    () => setUnit(person, command, receipt, deps),
    async () => (await deps.people.get(person._id))?.unit === (await unitFrom(command, deps)),
  );

const setUnit = async (
  person: Person,
  command: CaseCommand<'set-unit'>,
  receipt: string,
  deps: UnitDeps,
): Promise<void> => {
  const unit = await unitFrom(command, deps);
  await deps.people.change(person._id, { unit });
  for (const c of await deps.cases.of(person._id, MAX_CASES)) {
    if (c.asker !== person._id || c.unit !== null) continue;
    // If another write comes first, it wins: the unit of one case is not worth a retry.
    await deps.cases.change(c._id, c.rev, { set: { unit }, turns: [], events: [], owes: [] }, null);
  }
  const asked = command.case === undefined ? null : await deps.cases.get(command.case);
  if (asked === null || asked.asker !== person._id) return;
  const say = { kind: 'case', case: asked._id, from: 'all' } as const;
  await deps.outbox.add([update(unitCardId(receipt), person._id, say, deps.clock())]);
};

/** The chosen unit, in its known spelling if there is one. */
const unitFrom = async (
  { unit, otherUnit }: CaseCommand<'set-unit'>,
  { people }: Pick<CaseDeps, 'people'>,
): Promise<string> => {
  const name = [otherUnit, unit].find((field) => field?.unmeasured)?.measured();
  if (name === undefined) throw new Refusal('empty-text');
  const isSame = (other: string) => other.toLocaleLowerCase('da') === name.toLocaleLowerCase('da');
  return (await people.units()).find(isSame) ?? name;
};
