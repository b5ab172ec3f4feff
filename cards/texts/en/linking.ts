import type { linking as danish } from '../da/linking.ts';

export const linking: typeof danish = {
  platform: { sandbox: 'the sandbox', teams: 'Teams', slack: 'Slack' },
  or: ' or ',
  and: ' and ',
  word: { label: 'link', value: 'bring Teams and Slack together, if you use both' },
  code: {
    title: (code) => `Write: link ${code}`,
    where: (others) => `Write the code to me in ${others}. I will then ask you whether to join the two chats.`,
    until: (minutes) => `The code is valid for ${minutes} minutes and works once. Do not give it to anyone.`,
  },
  confirm: {
    title: 'Is this you too?',
    who: (name, there) => `The code was made in ${there} by ${name}.`,
    what: (here, there) =>
      `If you say yes, your cases in ${here} and ${there} are brought together. Your settings will be the same in both, and I will write to you where you last were.`,
    warning: (name) => `Say no if you did not make the code yourself. Otherwise ${name} can read all your cases.`,
    anonymous: 'What you sent without your name stays without your name.',
    apart: 'Write "unlink" to separate them again. The cases stay where they are.',
    yes: 'Yes, both are me',
    no: 'No, that is not me',
  },
  refused: { title: 'All right, nothing has changed', text: 'The code no longer works.' },
  linked: {
    title: (all) => `You are now the same person in ${all}`,
    text: 'Your cases and settings are together. A few things may take a minute to fall into place.',
    apart: 'Write "unlink" to separate them again.',
  },
  unlinked: {
    title: (parted) => `You are no longer linked with ${parted}`,
    text: (here) => `Your cases are here in ${here}. If you write to me in the other place, I will not know you there.`,
    again: 'Write "link" to bring your cases together again.',
  },
  notTitle: {
    'wrong-code': 'I do not know that code',
    'must-wait': 'Let us give the codes a rest',
    'one-platform': 'There is nothing to link here',
    'linked-already': 'You are linked already',
    'not-linked': 'There is nothing to separate here',
    'same-place': 'The code belongs in the other chat',
    'both-listed': 'The two chats cannot be joined yet',
    manager: 'The two chats cannot be joined',
    left: 'The two chats cannot be joined',
  },
  not: {
    'wrong-code':
      'The code may have been used, or its ten minutes are up. Write "link" in the other place to get a new one.',
    'must-wait':
      'The code was wrong five times. In the meantime, write "link" in the other place to have a new one ready.',
    'one-platform': 'I am only in one place, so you already have everything together.',
    'linked-already': 'Your cases are together. Write "unlink" to separate them.',
    'not-linked': 'You are not linked with anywhere else.',
    'same-place': 'Write the code in the other chat, not in this one.',
    'both-listed': 'You are on the municipality’s list twice. Ask an admin to fix it, and try again.',
    manager: 'One manages the other on the municipality’s list, so they cannot be the same person.',
    left: 'One of the two is no longer on the municipality’s list. Ask an admin.',
  },
  waitUntil: (when) => `Try again on ${when}.`,
};
