import type { Person, Said, Source } from './person.ts';

/** What one source last said of a person; null when it has said nothing. */
export const saidBy = (
  { said }: Pick<Person, 'said'>,
  by: Source,
): { name: string; emails: string[]; at: Date } | null => {
  const last = said.filter((one) => one.by === by).toSorted((a, b) => b.at.getTime() - a.at.getTime());
  const [first] = last;
  if (first === undefined) return null;
  const newest = last.filter(({ at }) => at.getTime() === first.at.getTime());
  return { name: first.name, emails: newest.flatMap(({ email }) => email ?? []), at: first.at };
};

/** What a source says, as it is stored. @param at when we were told (machine time) */
export const sayingOf = (by: Source, name: string, emails: readonly string[], at: Date): Said[] =>
  emails.length === 0 ? [{ by, name, email: null, at }] : emails.map((email) => ({ by, name, email, at }));

/** E-mail addresses in lower case, each once. */
export const tidyEmails = (emails: readonly string[]): string[] => [
  ...new Set(emails.map((email) => email.trim().toLowerCase()).filter((email) => email !== '')),
];

/** Every e-mail address that leads to a person, whoever said so. */
export const emailsOf = ({ email, said }: Pick<Person, 'email' | 'said'>): Set<string> =>
  new Set([...(email === null ? [] : [email]), ...said.flatMap((one) => one.email ?? [])]);

/** The addresses that a person's open chat accounts have now, as far as their platforms have said. */
export const liveEmails = ({ said, addresses }: Pick<Person, 'said' | 'addresses'>): Set<string> =>
  new Set(addresses.flatMap(({ platform }) => saidBy({ said }, platform)?.emails ?? []));

/**
 * The addresses that the municipality vouches for, by its list or by Teams' directory. In Slack, whoever runs the
 * workspace may set an address (docs/rules.md, "Who is who").
 */
export const vouchedEmails = ({ email, imported, said }: Pick<Person, 'email' | 'imported' | 'said'>): Set<string> => {
  const vouched = said.filter(({ by }) => by === 'list' || by === 'teams');
  return new Set([...(imported && email !== null ? [email] : []), ...vouched.flatMap((one) => one.email ?? [])]);
};
