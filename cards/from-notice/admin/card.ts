import type { AdminNotice } from '../../../bot/admin/notice.ts';
import type { Card } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { adminAbsences } from './absences.ts';
import { adminAgents } from './agents.ts';
import { adminClosedDays } from './closed-days.ts';
import { adminColleague } from './colleague.ts';
import { adminMenu } from './menu.ts';
import { noAgents } from './no-agents.ts';
import { adminOverview } from './overview.ts';
import { adminPeople } from './people.ts';
import { adminSending, adminSetAside } from './sending.ts';
import { adminTeams } from './teams.ts';
import { adminWords } from './words.ts';

/** The cards for admins. */
export const adminCard = (notice: AdminNotice, speech: Speech): Card => {
  switch (notice.kind) {
    case 'admin':
      return adminMenu(notice, speech);
    case 'admin-agents':
      return adminAgents(notice, speech);
    case 'admin-people':
      return adminPeople(notice, speech);
    case 'admin-colleague':
      return adminColleague(notice, speech);
    case 'admin-absences':
      return adminAbsences(notice, speech);
    case 'admin-teams':
      return adminTeams(notice, speech);
    case 'admin-overview':
      return adminOverview(notice, speech);
    case 'admin-sending':
      return adminSending(notice, speech);
    case 'admin-set-aside':
      return adminSetAside(notice, speech);
    case 'admin-words':
      return adminWords(notice, speech);
    case 'no-agents':
      return noAgents(speech);
    case 'admin-closed-days':
      return adminClosedDays(notice, speech);
  }
};
