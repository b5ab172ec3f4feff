import type { Card } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { lines } from '../parts/nodes.ts';

/** Says where to write a command that works only in a team's channel. */
export const teamWhereCard = ({ t }: Speech): Card => ({
  title: t.team.where.title,
  tone: 'plain',
  body: [...lines('body', [t.team.where.how, t.team.where.what]), ...lines('subtle', [t.team.where.who])],
  actions: [],
});
