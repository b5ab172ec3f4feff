import { CsvError, parse } from 'csv-parse/sync';
import { type Column, columnFor } from '../../bot/people/directory/columns.ts';
import { type Cells, isAccountId, notColleague, type RowFault } from '../../bot/people/directory/row.ts';
import { ImportStopped } from './import-stopped.ts';

/**
 * A list of people as read from a file; `faults`: rows that do not fit the header, `unused`: columns we do not use,
 * `leftOut`: how many rows are guests, and how many are accounts that are switched off.
 */
export type PeopleList = {
  separator: string;
  rows: Cells[];
  faults: RowFault[];
  unused: string[];
  leftOut: Record<'guest' | 'off', number>;
};

type Parsed = { record: string[]; info: { lines: number } };

/** Parses a list of people. @throws ImportStopped when the file as a whole cannot be read */
export const readList = (text: string): PeopleList => {
  const { declared, first, rest: lines } = withoutSeparatorLine(text);
  const separator = declared ?? separatorOf(lines);
  const records = recordsOf(lines, separator);
  const [header, ...rest] = records;
  if (header === undefined) throw new ImportStopped('The file is empty.');
  const columns = columnsOf(header.record);
  const list: PeopleList = { separator, rows: [], faults: [], unused: [], leftOut: { guest: 0, off: 0 } };
  let line = first + header.info.lines;
  for (const { record, info } of rest) {
    const begins = line;
    line = first + info.lines;
    if (record.every((cell) => cell.trim() === '')) continue;
    if (record.length !== header.record.length) {
      const reason = `it has ${record.length} cells, and the header has ${header.record.length}`;
      list.faults.push({ line: begins, email: emailIn(record, columns), reason });
      continue;
    }
    const cells: Cells['cells'] = {};
    for (const [i, column] of columns.entries()) if (column !== null) cells[column] = record[i] ?? '';
    const why = notColleague(cells);
    if (why === null) list.rows.push({ line: begins, cells });
    else list.leftOut[why]++;
  }
  list.unused = header.record.filter((name, i) => name.trim() !== '' && !isUsed(columns[i] ?? null, list.rows));
  return list;
};

/** A column of ids counts only if it has ids of accounts: many lists have an "id" of their own. */
const isUsed = (column: Column | null, rows: readonly Cells[]): boolean => {
  if (column !== 'teamsId' && column !== 'slackId') return column !== null;
  return rows.some(({ cells }) => isAccountId[column].test(cells[column]?.trim() ?? ''));
};

/**
 * Excel may begin a list with a line that declares the separator, such as `sep=;`. `first`: the header's line number.
 */
const withoutSeparatorLine = (text: string): { declared: string | null; first: number; rest: string } => {
  const match = /^\ufeff?"?sep=([;,\t|])"?[;,\t| ]*(?:\r\n?|\n)/i.exec(text);
  return match === null
    ? { declared: null, first: 1, rest: text }
    : { declared: match[1] ?? null, first: 2, rest: text.slice(match[0].length) };
};

/** The separator that yields the most known columns in the header. */
const separatorOf = (text: string): string => {
  const first = text.replace(/^\ufeff/, '').split(/\r?\n|\r/, 1)[0] ?? '';
  const known = (separator: string) =>
    first.split(separator).filter((cell) => columnFor(cell.replaceAll('"', '')) !== null).length;
  const [best] = [';', ',', '\t'].sort((a, b) => known(b) - known(a));
  return best ?? ';';
};

const recordsOf = (text: string, delimiter: string): Parsed[] => {
  try {
    // The parser counts CRLF inside quotation marks as two lines.
    return parse(text.replace(/\r\n?/g, '\n'), {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: false,
    }) as unknown as Parsed[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const place = typeof error.lines === 'number' ? ` near line ${error.lines}` : '';
    throw new ImportStopped(`The file cannot be read as CSV${place}: a quotation mark is missing or stands alone.`);
  }
};

const MAY_REPEAT: ReadonlySet<Column> = new Set(['otherEmails', 'teamsId', 'slackId']);

const columnsOf = (header: readonly string[]): (Column | null)[] => {
  const first = header.map(columnFor);
  // Of several columns with ids or further addresses the first is read; of others each must be the only one.
  const columns = first.map((column, i) =>
    column !== null && MAY_REPEAT.has(column) && first.indexOf(column) !== i ? null : column,
  );
  for (const needed of ['email', 'name'] as const) {
    const isThere = columns.includes(needed) || (needed === 'email' && columns.includes('signIn'));
    if (!isThere)
      throw new ImportStopped(
        `The list has no column for ${needed === 'email' ? 'e-mail addresses ("E-mail")' : 'names ("Navn" or "Name")'}. Its first line must name the columns, with ; or , between.`,
      );
  }
  const repeated = columns.find((column, i) => column !== null && columns.indexOf(column) !== i);
  if (repeated !== undefined && repeated !== null)
    throw new ImportStopped(`Two columns of the list are for ${repeated}. Take one out.`);
  return columns;
};

const emailIn = (record: readonly string[], columns: readonly (Column | null)[]): string | null =>
  (record[columns.indexOf('email')]?.trim() || record[columns.indexOf('signIn')]?.trim())?.toLowerCase() ?? null;
