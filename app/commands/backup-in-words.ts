import type { BackupContents } from '../../adapters/store/embedded/backup-form.ts';

/** What a backup holds, for an operator: "3 people, 12 cases and 160 other documents of 2026-12-01T08:00:00Z". */
export const backupInWords = ({ collections, made }: BackupContents): string => {
  const count = (wanted: string) => collections.find(({ name }) => name === wanted)?.documents ?? 0;
  const [people, cases] = [count('people'), count('cases')];
  const all = collections.reduce((sum, { documents }) => sum + documents, 0);
  const asked = `${cases} ${cases === 1 ? 'case' : 'cases'}`;
  return `${people} people, ${asked} and ${all - people - cases} other documents of ${made.toISOString()}`;
};
