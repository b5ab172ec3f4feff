/** One line of the table: a measurement, with its reference from the same run. */
export type Row = { bench: string; measured: string; reference: string; target: string; held: boolean };

export const tableOf = (rows: readonly Row[]): string => {
  const lines = [
    ['bench', 'measured', 'reference', 'target', ''],
    ...rows.map(({ bench, measured, reference, target, held }) => [
      bench,
      measured,
      reference,
      target,
      held ? 'held' : 'MISSED',
    ]),
  ];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};
