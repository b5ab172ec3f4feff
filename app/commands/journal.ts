import { openCases } from '../../adapters/store/cases.ts';
import type { Database } from '../../adapters/store/collection.ts';
import { openCounter } from '../../adapters/store/counters.ts';
import { openGoneCases } from '../../adapters/store/gone-cases.ts';
import { openPeople } from '../../adapters/store/people.ts';
import type { Case } from '../../bot/cases/case.ts';
import type { Hold } from '../../bot/cases/hold.ts';
import type { PersonId } from '../../bot/ids.ts';
import type { Masked } from '../../bot/privacy/mask.ts';
import { maskOwnWords } from '../../bot/privacy/own-words.ts';
import { databaseToRead, refuseWithoutStore } from '../open-database.ts';
import { eventLines, namesIn, wholeCase } from './case-in-text.ts';
import type { Work } from './command.ts';
import { recordReading } from './record-deed.ts';
import { UsageError } from './usage-error.ts';

/**
 * Prints what happened to a case, one line per event; with `text` also everything that was written in it. It reads a copy
 * of the store, so it works while the bot runs. The log of access says so first.
 */
export const journal: Work<[caseNumber: number], { text?: true }> = async (
  { args: [number], options: { text = false } },
  env,
  terminal,
) => {
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
    const nameOf = await namesFrom(c, copy);
    const name = namesIn(c, nameOf);
    const head = [
      `case ${c.number} · ${c.state} · ${c.principle} · ${c.topic}${guessed(c)}`,
      ...(c.hold === undefined ? [] : [heldSince(c.hold)]),
    ];
    if (text) {
      const recorded = await recordReading(env, terminal.warn, { did: 'read-case', case: number });
      const clean = await ownWordsOut(c, nameOf, copy);
      const lines = [...head, ...eventLines(c, name, recorded), ...wholeCase(c, name, clean, recorded)];
      for (const line of lines) terminal.print(line);
      return;
    }
    const recorded = await recordReading(env, terminal.warn, { did: 'read-journal', case: number });
    for (const line of [...head, ...eventLines(c, name, recorded)]) terminal.print(line);
  } finally {
    await copy.close();
  }
};

/** The names of everybody in a case, also of those who were erased while it is held. */
const namesFrom = async (c: Case, copy: Database): Promise<(id: PersonId) => string> => {
  const people = await openPeople(copy);
  const names = new Map<PersonId, string>(c.hold?.erased.map((one) => [one.nobody, one.name]));
  const ids = [
    c.asker,
    c.agent,
    ...c.events.flatMap(({ by, about }) => [by, about]),
    ...c.turns.flatMap(({ who, with: besides }) => [who, besides ?? null]),
    ...(c.notes ?? []).flatMap(({ who, to }) => [who, to]),
    ...(c.invitations ?? []).flatMap(({ by, to }) => [by, to]),
  ];
  for (const id of ids) if (id !== null && !names.has(id)) names.set(id, (await people.get(id))?.name ?? id);
  return (id) => names.get(id) ?? id;
};

/** Takes an anonymous asker's own name, unit and phone out of what was written, also where they insisted on them. */
const ownWordsOut = async (
  c: Case,
  nameOf: (id: PersonId) => string,
  copy: Database,
): Promise<(text: string) => string> => {
  const asker = await (await openPeople(copy)).get(c.asker);
  if (!c.anonymous || asker === null) return (text) => text;
  // They wrote from the unit they had then, and may have moved since.
  const writers = [...new Set([asker.unit, c.unit])].map((unit) => ({ ...asker, name: nameOf(c.asker), unit }));
  return (text) => writers.reduce((rest, writer) => maskOwnWords(rest, writer).text, text as Masked);
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
