import type { agentsPage as da } from '../da/agents-page.ts';

export const agentsPage: typeof da = {
  title: 'Do you have an idea?',
  lead: (municipality) =>
    `These people work for ${municipality}. They would like to hear about your idea and think along. Call one of them, or find them where they are. You do not need a finished plan.`,
  open: (municipality, hours) => `${municipality} is open ${hours}.`,
  search: 'Search by name, unit, or what you would like help with',
  find: 'Search',
  all: 'Everyone you can ask',
  found: (count, search) =>
    `${count === 0 ? 'No matches' : count === 1 ? '1 match' : `${count} matches`} for "${search}"`,
  nothing: 'Try a single word, such as "ideas" or "money".',
  none: 'Nobody has chosen to be listed yet.',
  call: (municipality, phone) => `You can also call ${municipality} on ${phone}.`,
  helpsWith: 'Can help you with',
  helps: {
    principle: {
      'lytter-foerst': 'telling your idea to someone who listens',
      'bygger-bro': 'finding the people your idea needs',
      'skaber-fremdrift': 'getting on when things are stuck',
      'goer-det-nemt': 'making it easy for others to join in',
      'fastholder-virkelyst': 'keeping spirits up in your group',
      'tydelig-ramme': 'finding out what is possible',
    },
    topic: {
      lovgivning: 'laws, rules and permits',
      oekonomi: 'money and grants',
      tvaergaaende: 'ideas that cut across the municipality',
      borgerdialog: 'meetings and talks between citizens and the municipality',
      borgerinitiativ: "citizens' own ideas",
    },
  },
  phone: 'Phone',
  place: 'Find me',
  through: 'Call the municipality and ask for me.',
};
