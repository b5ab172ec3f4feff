import { accountOf, type Person } from '../person.ts';
import { emailsOf } from '../sources.ts';
import { addressesOn } from './match-rows.ts';
import type { Row, RowFault } from './row.ts';

export type Checked = { rows: Row[]; faults: RowFault[] };

/**
 * Finds faults across rows: duplicate addresses, unknown managers, and managers who form a ring. A manager whose own
 * row is bad still counts as known: only that row needs fixing.
 * @param known every address on the list, and the addresses of people who stay even if they are not on it
 */
export const checkRows = (all: readonly Row[], known: ReadonlySet<string>): Checked => {
  const faults: RowFault[] = [];
  const rows = dropDuplicates(all, faults);
  faults.push(...sharedAddresses(rows));
  faults.push(...unknownManagers(rows, known), ...rings(rows));
  const lines = new Set(faults.map(({ line }) => line));
  return { rows: rows.filter(({ line }) => !lines.has(line)), faults };
};

const dropDuplicates = (all: readonly Row[], faults: RowFault[]): Row[] => {
  const first = new Map<string, number>();
  return all.filter(({ line, email }) => {
    const firstLine = first.get(email);
    if (firstLine === undefined) first.set(email, line);
    else faults.push({ line, email, reason: `${email} is already on line ${firstLine}` });
    return firstLine === undefined;
  });
};

/** Two rows that name one address or account, but not as the first of both: nobody can say whose it is. */
const sharedAddresses = (rows: readonly Row[]): RowFault[] => {
  const keysOf = (row: Row) => [...addressesOn(row), ...(row.accounts ?? []).map(accountOf)];
  const byKey = new Map<string, Row[]>();
  for (const row of rows) for (const key of keysOf(row)) byKey.set(key, [...(byKey.get(key) ?? []), row]);
  return rows.flatMap((row) => {
    for (const key of keysOf(row)) {
      const other = byKey.get(key)?.find((one) => one !== row);
      if (other !== undefined)
        return [{ line: row.line, email: row.email, reason: `${key} is also on line ${other.line}` }];
    }
    return [];
  });
};

const unknownManagers = (rows: readonly Row[], known: ReadonlySet<string>): RowFault[] =>
  rows.flatMap(({ line, email, manager }) =>
    !manager || known.has(manager)
      ? []
      : [{ line, email, reason: `the manager ${manager} is not on the list: add a row for them, or empty the cell` }],
  );

const rings = (rows: readonly Row[]): RowFault[] => {
  const byEmail = new Map(rows.flatMap((row) => addressesOn(row).map((email) => [email, row] as const)));
  const done = new Set<string>();
  const faults: RowFault[] = [];
  for (const start of rows) {
    const path: Row[] = [];
    let row: Row | undefined = start;
    while (row !== undefined && !done.has(row.email) && !path.includes(row)) {
      path.push(row);
      row = row.manager ? byEmail.get(row.manager) : undefined;
    }
    const ring = row !== undefined && path.includes(row) ? path.slice(path.indexOf(row)) : [];
    for (const member of ring) {
      const names = [...ring, ...ring.slice(0, 1)].map(({ email }) => email).join(' → ');
      faults.push({ line: member.line, email: member.email, reason: `managers form a ring: ${names}` });
    }
    for (const { email } of path) done.add(email);
  }
  return faults;
};

/**
 * Addresses of people who stay even if the list does not name them: those who were never on one, such as somebody who
 * wrote before they were listed.
 * @param all treats everybody as staying
 */
export const stayingEmails = (people: readonly Person[], all: boolean): Set<string> =>
  new Set(people.flatMap((person) => (person.left === null && (all || !person.imported) ? [...emailsOf(person)] : [])));
