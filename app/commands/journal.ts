import { openCases } from '../../adapters/store/cases.ts';
import { openCounter } from '../../adapters/store/counters.ts';
import { openGoneCases } from '../../adapters/store/gone-cases.ts';
import { openPeople } from '../../adapters/store/people.ts';
import type { Case } from '../../bot/cases/case.ts';
import type { Hold } from '../../bot/cases/hold.ts';
import type { PersonId } from '../../bot/ids.ts';
import { databaseToRead, refuseWithoutStore } from '../open-database.ts';
import type { Work } from './command.ts';
import { recordReading } from './record-deed.ts';
import { UsageError } from './usage-error.ts';

/** Prints what happened to a case, one line per event. It reads a copy of the store, so it works while the bot runs. */
export const journal: Work<[caseNumber: number]> = async ({ args: [number] }, env, terminal) => {
  const copy = await databaseToRead(env);
  if (copy === null) return refuseWithoutStore(env);
  try {
    const c = await (await openCases(copy, await openCounter(copy, 'case'))).byNumber(number);
    if (c === null) {
      const gone = await (await openGoneCases(copy)).goneByNumber(number);
      if (gone === null) throw new UsageError(`There is no case ${number}.`);
      return terminal.print(
        `case ${number} was deleted on ${gone.at.toISOString().slice(0, 10)}: it is kept no longer`,
      );
    }
    await recordReading(env, terminal.warn, { did: 'read-journal', case: number });
    const people = await openPeople(copy);
    const erased = new Map(c.hold?.erased.map((one) => [one.nobody, one.name]));
    const name = async (id: PersonId | null) =>
      id === null ? '' : (erased.get(id) ?? (await people.get(id))?.name ?? id);
    terminal.print(`case ${c.number} · ${c.state} · ${c.principle} · ${c.topic}${guessed(c)}`);
    if (c.hold !== undefined) terminal.print(heldSince(c.hold));
    for (const event of c.events) {
      const by = event.by === c.asker && c.anonymous ? 'asker (anonymous)' : (await name(event.by)) || 'Sammen';
      const about = event.about === null ? '' : ` → ${await name(event.about)}`;
      const chosen = [event.principle, event.topic].filter((label) => label !== undefined).join(' · ');
      const labels = chosen === '' ? '' : `: ${chosen}`;
      terminal.print(`${event.at.toISOString()}  ${event.kind.padEnd(16)} ${by}${about}${labels}`);
    }
  } finally {
    await copy.close();
  }
};

/** What was guessed from the text before anybody chose another label. */
const guessed = ({ guess }: Case): string => {
  const best = [guess?.principles[0], guess?.topics[0]].flatMap((ranked) =>
    ranked === undefined ? [] : [`${ranked.id} ${Math.round(100 * ranked.probability)} %`],
  );
  return best.length === 0 ? '' : ` · guessed ${best.join(', ')}`;
};

const heldSince = ({ since, reason }: Hold): string =>
  `under a legal hold since ${since.toISOString()}${reason === null ? '' : `: ${reason}`}`;
