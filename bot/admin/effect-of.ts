import { absenceFrom, hasAbsence } from '../people/absences.ts';
import { hasRole, type Person } from '../people/person.ts';
import type { Effect } from '../presses/once.ts';
import type { AdminCommand } from './command.ts';
import type { AdminDeps } from './deps.ts';

type EffectDeps = Pick<AdminDeps, 'people' | 'closedDays' | 'clock' | 'time'>;

/** How to see whether what an admin asked for still holds. */
export const effectOf = (command: AdminCommand, deps: EffectDeps): Effect => {
  const { people, closedDays, clock, time } = deps;
  const is = (id: Person['_id'], holds: (colleague: Person) => boolean) => async () => {
    const colleague = await people.get(id);
    return colleague === null || holds(colleague);
  };
  switch (command.verb) {
    case 'show-admin':
    case 'find-colleague':
    case 'show-colleague':
    case 'take-out-words':
      return 'shows';
    case 'give-role':
      return is(command.person, (colleague) => hasRole(colleague, command.role));
    case 'take-role':
      return is(command.person, (colleague) => !hasRole(colleague, command.role));
    case 'mark-left':
      return is(command.person, ({ left }) => left !== null);
    case 'bring-back':
      return is(command.person, ({ left }) => left === null);
    case 'forget-colleague':
      return 'stays';
    case 'set-colleague-absence':
      return is(command.person, (colleague) => hasAbsence(colleague, absenceFrom(command, time.localDate(clock()))));
    case 'end-colleague-absence':
      return is(command.person, (colleague) => !hasAbsence(colleague, command));
    case 'add-closed-day':
    case 'remove-closed-day': {
      const { verb, date } = command;
      return async () => date === undefined || closedDays.has(date) === (verb === 'add-closed-day');
    }
  }
};
