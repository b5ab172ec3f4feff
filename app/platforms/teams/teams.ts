import { openReferences } from '../../../adapters/teams/references.ts';
import type { TeamsSettings } from '../../../adapters/teams/settings.ts';
import type { PlatformModule } from '../platform-module.ts';
import { isTeamsGiven, teamsLocal, teamsSettings } from './settings.ts';

export const teams: PlatformModule<TeamsSettings | 'local'> = {
  displayName: 'Teams',
  // The limit per app and tenant in the strictest of Microsoft's documents.
  maxPerSecond: 30,
  isGiven: isTeamsGiven,
  readSettings: (given, isSandbox, complaints) => {
    const settings = teamsSettings(given, complaints);
    const isLocal = teamsLocal(given('TEAMS_LOCAL'), isSandbox, complaints.faults);
    return settings ?? (isLocal ? 'local' : null);
  },
  open: async (settings) => ({
    clock: null,
    plugIn: async (context, wires) => (await import('./plug-in-teams.ts')).plugInTeams(settings, context, wires),
  }),
  check: async (settings, reach) => (await import('./check-teams.ts')).checkTeams(settings, reach),
  forgetAccount: async (id, database) => (await openReferences(database)).forget(id),
};
