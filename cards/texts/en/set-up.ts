import type { setUp as danish } from '../da/set-up.ts';

export const setUp: typeof danish = {
  title: 'Getting started',
  lead: (municipality) =>
    `Here you see how far Sammen at ${municipality} has come, and what to do now. The page shows numbers and no names.`,
  next: 'Next step',
  state: { done: 'Ready', missing: 'Missing' },
  steps: {
    platforms: {
      title: 'Turn Teams or Slack on',
      done: (names) => `On: ${names}.`,
      missing:
        'Write the credentials of Teams or Slack into Sammen’s settings, and start Sammen again. The guides, teams.md and slack.md, are in the folder docs. Slack makes the app from the file at the end of this page.',
    },
    teams: {
      title: 'Put Sammen into Teams',
      done: (count) => `${count} have a chat with Sammen in Teams.`,
      missing:
        'Download the package at the end of this page. A Teams administrator uploads it under "Manage apps". Then write "help" to Sammen in Teams.',
    },
    slack: {
      title: 'Put Sammen into Slack',
      done: (count) => `${count} have a chat with Sammen in Slack.`,
      missing:
        'Download the file at the end of this page, and give it to Slack under "App Manifest". Install the app, and write "help" to Sammen in Slack.',
    },
    people: {
      title: 'Take the list of people',
      done: (count) => `${count} are on the list.`,
      missing:
        'Save the list as CSV, and run the command "import-people". Add --dry-run the first time: you see what would happen, and nothing is changed.',
    },
    admins: {
      title: 'Name an administrator',
      done: (count) => `Sammen can write to ${count}.`,
      missing: 'Put your e-mail address into the setting ADMINS, start Sammen again, and write "admin" to it.',
    },
    hr: {
      title: 'Bring HR on board',
      done: (count) => `Sammen can write to ${count}.`,
      missing:
        'Give a colleague the role HR under "admin". HR reads the report and sees next week’s nudge on Thursdays.',
    },
    agents: {
      title: 'Find thinking partners',
      done: (count) => `Sammen can write to ${count}.`,
      missing: 'Make colleagues thinking partners under "admin", and ask them to write "profile" to Sammen.',
    },
    notMet: (count) =>
      `The role is given to ${count}, but none of them has a chat with Sammen yet. Ask them to write "help" to Sammen once.`,
    coverage: {
      title: 'Cover each principle and topic',
      done: 'There is a thinking partner for all of them.',
      missing: (what) =>
        `Nobody knows about ${what}. Such dilemmas go to whoever comes nearest. Ask a thinking partner to write "profile".`,
    },
  },
  ready: {
    title: 'Begin with ten',
    text: 'Everything is ready. Let ten people who said yes use Sammen for a week. Read "overview" every day, and then give Sammen to everybody.',
  },
  packages: {
    title: 'Packages',
    text: 'They are made for your address, and hold no secrets. The package for Teams comes once Teams is on.',
    teams: 'Download the package for Teams (.zip)',
    slack: 'Download the file for Slack (.json)',
  },
  check: 'The command "check" also tries the credentials of Teams and Slack, the store, the address and the clock.',
  open: {
    title: 'Set Sammen up',
    text: 'Press the button to open the page in this browser. It stays open for 8 hours.',
    once: 'The link works once.',
    button: 'Open the page',
  },
  closed: {
    title: 'This page is for administrators',
    text: 'Write "admin" to Sammen, and you get a link. Whoever runs Sammen can make one, too, with the command "setup-link".',
  },
};
