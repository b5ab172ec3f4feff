import type { linking as danish } from '../da/linking.ts';

export const linking: typeof danish = {
  platform: { sandbox: 'the sandbox', teams: 'Teams', slack: 'Slack' },
  or: ' or ',
  and: ' and ',
  word: { label: 'link', value: 'if you use both Teams and Slack, bring it together' },
  code: {
    title: (code) => `Write: link ${code}`,
    where: (others) => `Write it to me in ${others}. Then I ask you whether the two should become one.`,
    until: (minutes) => `The code holds for ${minutes} minutes and works once. Give it to nobody.`,
  },
  confirm: {
    title: 'Is this you as well?',
    who: (name, there) => `The code was made in ${there} by ${name}.`,
    what: (here, there) =>
      `If you say yes, all you have written in ${here} comes together with all in ${there}. You have one set of cases and settings, and I write to you where you last were.`,
    warning: (name) => `If you did not make the code yourself, say no. Otherwise ${name} can read all your cases.`,
    anonymous: 'What you sent without your name stays without your name.',
    apart: 'Write "unlink" to part them again. The cases stay where they are.',
    yes: 'Yes, I am both',
    no: 'No, that is not me',
  },
  refused: { title: 'Fine, nothing happens then', text: 'The code no longer works.' },
  linked: {
    title: (all) => `You are now the same person in ${all}`,
    text: 'Your cases and settings are together. A few things may take a minute to fall into place.',
    apart: 'Write "unlink" to part them again.',
  },
  unlinked: {
    title: (parted) => `You are no longer linked with ${parted}`,
    text: (here) =>
      `Your cases are here in ${here}. If you write to me in the other place, you are a new colleague there.`,
    again: 'Write "link" to bring it together again.',
  },
  notTitle: {
    'wrong-code': 'I do not know that code',
    'must-wait': 'Let us leave the codes for a while',
    'one-platform': 'There is nothing to link here',
    'linked-already': 'You are linked already',
    'not-linked': 'There is nothing to part here',
    'same-place': 'Write the code in the other place',
    'both-listed': 'The two cannot become one yet',
    manager: 'The two cannot become one',
    left: 'The two cannot become one',
  },
  not: {
    'wrong-code':
      'It may have been used, or its ten minutes are over. Write "link" in the other place to get a new one.',
    'must-wait': 'That was five wrong codes. Write "link" in the other place meanwhile to have a new one ready.',
    'one-platform': 'I am in one place only, so you have everything together.',
    'linked-already': 'Everything is together. Write "unlink" to part it.',
    'not-linked': 'You are linked to this place only.',
    'same-place': 'The code belongs where you are not now, and where you are not linked already.',
    'both-listed': 'You stand twice on the municipality’s list. Ask an administrator to mend it, and try again.',
    manager: 'One manages the other on the municipality’s list, so they cannot be the same person.',
    left: 'One of the two is no longer on the municipality’s list. Ask an administrator.',
  },
  waitUntil: (when) => `Try again ${when}.`,
};
