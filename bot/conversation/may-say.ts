import { hasRole, type Person } from '../people/person.ts';
import type { WordInChat } from '../talk/word-in-chat.ts';
import type { Role } from '../words.ts';

/** Words that show what only some people may see. */
const NEEDS_ROLE = {
  admin: ['admin'],
  report: ['hr'],
  preview: ['admin', 'hr'],
  'access-log': ['admin', 'hr'],
} as const satisfies Partial<Record<WordInChat['word'], readonly Role[]>>;

type RoleWord = keyof typeof NEEDS_ROLE;

const needsRole = (word: WordInChat['word']): word is RoleWord => Object.hasOwn(NEEDS_ROLE, word);

/** The word that this person has no role for; null when they may say it. */
export const withoutRoleFor = ({ word }: Pick<WordInChat, 'word'>, person: Person): RoleWord | null =>
  needsRole(word) && !hasRole(person, ...NEEDS_ROLE[word]) ? word : null;
