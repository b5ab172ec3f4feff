import type { Person } from '../person.ts';
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

const unknownManagers = (rows: readonly Row[], known: ReadonlySet<string>): RowFault[] =>
  rows.flatMap(({ line, email, manager }) =>
    !manager || known.has(manager) ? [] : [{ line, email, reason: `the manager ${manager} is not on the list` }],
  );

const rings = (rows: readonly Row[]): RowFault[] => {
  const byEmail = new Map(rows.map((row) => [row.email, row]));
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
  new Set(
    people.flatMap(({ email, imported, left }) =>
      email !== null && left === null && (all || !imported) ? [email] : [],
    ),
  );
