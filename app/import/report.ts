import type { ChangedPerson, Difference } from '../../bot/people/directory/compare.ts';
import type { RowFault } from '../../bot/people/directory/row.ts';
import type { Person } from '../../bot/people/person.ts';

/** Longer sections are cut, except bad rows and people who would be gone. */
const MAX_SHOWN = 20;

/** Describes what a list would change, for the operator to read first. */
export const reportDifference = ({ added, changed, moved, gone, same }: Difference): string => {
  const parts = [
    section(
      'new',
      added.map(
        ({ line, person }) => `+ ${who(person)}${person.unit === null ? '' : `, ${person.unit}`} (line ${line})`,
      ),
    ),
    section('moved', moved.map(changing)),
    section('changed', changed.map(changing)),
    section(
      'gone',
      gone.map((person) => `- ${who(person)}${person.roles.length === 0 ? '' : `, ${person.roles.join(', ')}`}`),
      gone.length,
    ),
    `${same} as before`,
  ];
  return `${parts.filter((part) => part !== '').join('\n')}\n`;
};

const who = ({ name, email }: Person): string => `${name} <${email ?? ''}>`;

const changing = ({ person, fields, back, line }: ChangedPerson): string => {
  const changes = fields.map(({ field, from, to }) => `${field}: ${from} → ${to}`);
  const changeText = [...(back ? ['is back'] : []), ...changes].join('; ') || 'now on the list';
  return `~ ${who(person)} ${changeText} (line ${line})`;
};

const section = (title: string, lines: readonly string[], limit = MAX_SHOWN): string => {
  if (lines.length === 0) return '';
  const more = lines.length > limit ? [`  … and ${lines.length - limit} more`] : [];
  return [`${lines.length} ${title}`, ...lines.slice(0, limit).map((line) => `  ${line}`), ...more].join('\n');
};

/** Lists every bad row, sorted by line. */
export const reportFaults = (faults: readonly RowFault[]): string =>
  faults
    .toSorted((a, b) => a.line - b.line)
    .map(({ line, reason }) => `  line ${line}: ${reason}`)
    .join('\n');
