import type { Person } from '../person.ts';
import type { Row, RowFault } from './row.ts';

export type Checked = { rows: Row[]; faults: RowFault[] };

/**
 * What only shows when all rows are seen: an address that stands there twice, a manager nobody knows, managers in a
 * ring. A manager whose own row is bad is known all the same: that row alone needs mending.
 * @param known addresses that the list names anywhere, and of people who stay whether it names them or not
 */
export const checkRows = (all: readonly Row[], known: ReadonlySet<string>): Checked => {
  const faults: RowFault[] = [];
  const rows = dropDoubles(all, faults);
  faults.push(...unknownManagers(rows, known), ...rings(rows));
  const lines = new Set(faults.map(({ line }) => line));
  return { rows: rows.filter(({ line }) => !lines.has(line)), faults };
};

const dropDoubles = (all: readonly Row[], faults: RowFault[]): Row[] => {
  const first = new Map<string, number>();
  return all.filter(({ line, email }) => {
    const before = first.get(email);
    if (before === undefined) first.set(email, line);
    else faults.push({ line, email, reason: `${email} stands on line ${before}, too` });
    return before === undefined;
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
 * Who stays whatever the list says: those who never came from one, such as somebody who wrote before it named them.
 * @param all when nobody counts as gone this time
 */
export const stayingEmails = (people: readonly Person[], all: boolean): Set<string> =>
  new Set(
    people.flatMap(({ email, imported, left }) =>
      email !== null && left === null && (all || !imported) ? [email] : [],
    ),
  );
