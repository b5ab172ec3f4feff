import type { agentsPage as da } from '../da/agents-page.ts';

export const agentsPage: typeof da = {
  title: 'Colleagues you can ask',
  lead: 'They work for the municipality and have offered to think along when a colleague has a dilemma in their work with citizens.',
  none: 'Nobody has chosen to be listed yet. Write your dilemma to Sammen, and it will find you a colleague.',
  phone: 'Phone',
  hours: 'Hours',
  place: 'Meet me',
};
