import type { Command } from '../commands.ts';
import { deliveryId } from '../ids.ts';
import type { Needs } from '../needs.ts';
import { Refusal } from '../refusal.ts';
import type { Person } from './person.ts';

/** The longest name of a unit, in characters. */
const LONGEST = 100;
const MOST_CASES = 20;

/** Somebody says where they work; the cases they asked before know it from now on, too. @throws Refusal */
export const tellUnit = async (
  person: Person,
  command: Command<'set-unit'>,
  receipt: string,
  needs: Needs,
): Promise<void> => {
  const unit = await unitFrom(command, needs);
  await needs.people.change(person._id, { unit });
  for (const c of await needs.cases.of(person._id, MOST_CASES)) {
    if (c.asker !== person._id || c.unit !== null) continue;
    // Whoever changes the case meanwhile wins; the unit of one case is worth no second try.
    await needs.cases.change(c._id, c.rev, { set: { unit }, turns: [], events: [], owes: [] }, null);
  }
  const asked = command.case === undefined ? null : await needs.cases.get(command.case);
  if (asked === null || asked.asker !== person._id) return;
  await needs.outbox.add([
    {
      id: deliveryId(`u${receipt}`),
      to: person._id,
      manner: 'quiet',
      notBefore: needs.clock(),
      say: { kind: 'case', case: asked._id, from: 'all' },
    },
  ]);
};

/** The known spelling of a unit, when somebody writes one that is known. */
const unitFrom = async ({ unit, otherUnit }: Command<'set-unit'>, { people }: Needs): Promise<string> => {
  const said = (otherUnit?.trim() || unit?.trim() || '').replace(/\s+/gu, ' ');
  if (said === '') throw new Refusal('empty-text');
  if (said.length > LONGEST) throw new Refusal('too-long');
  const same = (other: string) => other.toLocaleLowerCase('da') === said.toLocaleLowerCase('da');
  return (await people.units()).find(same) ?? said;
};
