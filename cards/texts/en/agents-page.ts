import type { agentsPage as da } from '../da/agents-page.ts';

export const agentsPage: typeof da = {
  title: 'Colleagues you can ask',
  lead: 'They have said yes to thinking along when you have a dilemma in your work with citizens.',
  none: 'Nobody has said yes to standing here yet. Write your dilemma to Sammen, and it finds you a colleague.',
  phone: 'Phone',
  hours: 'Hours',
  place: 'Meet me',
};
