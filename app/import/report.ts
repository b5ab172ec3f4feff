import type { ChangedPerson, Difference } from '../../bot/people/directory/compare.ts';
import type { LikelyDouble } from '../../bot/people/directory/likely-doubles.ts';
import type { RowFault } from '../../bot/people/directory/row.ts';
import type { Person } from '../../bot/people/person.ts';

/** Longer sections are cut, except bad rows and people who would be gone. */
const MAX_SHOWN = 20;

/** Describes what a list would change, for the operator to read first. */
export const reportDifference = (difference: Difference): string => {
  const { added, changed, moved, joined, doubles, sharing, gone, same } = difference;
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
    section(
      'joined',
      joined.map(({ from, to, line }) => `= ${who(to)} and ${who(from)} are one person (line ${line})`),
    ),
    section(doubles.length === 1 ? 'likely double' : 'likely doubles', doubles.map(double), doubles.length),
    doubles.length === 0 ? '' : WHAT_TO_DO_WITH_DOUBLES,
    section(
      'known under an address of somebody else',
      sharing.map(
        ({ row, person }) =>
          `? ${who(person)} has an address of ${row.name} <${row.email}> (line ${row.line}). They stay two people.`,
      ),
      sharing.length,
    ),
    `${same} as before`,
  ];
  return parts.filter((part) => part !== '').join('\n');
};

const double = ({ row, person }: LikelyDouble): string => {
  const unit = row.unit === undefined ? '' : `, ${row.unit}`;
  const known = person.imported ? 'whom the list no longer names' : 'who wrote to Sammen before';
  return `? ${row.name} <${row.email}>${unit} (line ${row.line}) may be ${who(person)}, ${known}`;
};

const WHAT_TO_DO_WITH_DOUBLES = `  Nothing was done with these: nobody was added, and nobody is gone. If two are one person, give the earlier
  address in a column "Tidligere e-mail", or their account in a column "Object ID" (Entra ID) or "Slack ID".
  If they are two people, import the list with --as-new.`;

const who = ({ name, email, addresses }: Person): string =>
  `${name} <${email ?? addresses.map(({ platform }) => `in ${platform}`).join(', ')}>`;

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
