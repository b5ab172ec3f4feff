import type { privacyPage as da } from '../da/privacy-page.ts';

export const privacyPage: typeof da = {
  title: 'What Sammen keeps about you',
  lead: (municipality) =>
    `Sammen is the chat bot of ${municipality}. It finds a colleague who will think along when you have a dilemma at work. This page says what it keeps, and who can read it.`,
  sections: [
    {
      title: 'What is kept?',
      text: [
        'Your name, e-mail address, unit and manager, as they stand on the municipality’s list and in your chat. What you write on your profile.',
        'Your dilemmas, and what you write to each other in a case. Which weekly nudges you got, and what you pressed.',
        'Sammen reads only what you write to it, never your other conversations.',
      ],
    },
    {
      title: 'What is hidden?',
      text: [
        'CPR numbers, e-mail addresses and phone numbers are hidden before a text is kept. Sammen tells you when it does so. It can miss a number or a name, so do not write who the citizen is, not even when you ask for one.',
        'Files and pictures do not come along.',
      ],
    },
    {
      title: 'Who can read it?',
      text: [
        'Before you press Send: only you. After that the thinking partner Sammen asks, and the next one if the first says no. All of them see the case only if you say yes to that. Your manager and the managers above are not among them.',
        'If another colleague is to take the case over, you decide whether they may read what you wrote to each other.',
        'HR sees numbers, never text or names. Numbers for groups are slightly off on purpose, so that nobody can work out whether you are among them. A thinking partner who agreed to it is named on the open page "Do you have an idea?".',
        'All colleagues can read a story of what you two learned, also as a weekly nudge and in the report for HR. There is none before you and the thinking partner have said yes to every word, and nobody can see that it is yours. You can take it back.',
        'The few people who look after Sammen’s server in the municipality can get at what is kept. It is noted when they open a case or take something out. HR and administrators can read who opened what. An administrator can take a citizen’s name out of a case without reading it.',
        'If the principle or topic of a case is corrected, an administrator may read the dilemma without names so that Sammen can learn from it.',
      ],
    },
    {
      title: 'When you send without your name',
      text: [
        'Whoever reads it sees "Anonymous colleague", without unit and phone. Your text may give you away all the same. The rules on access to documents apply here, too.',
      ],
    },
  ],
  howLong: {
    title: 'For how long?',
    text: (months, isOne) => [
      `A draft that you do not send is gone after two working days. A case is kept for ${isOne ? 'a month' : `${months} months`} after it was closed or withdrawn. Then it goes with everything you wrote to each other, and only the counts stay.`,
      'A story that you have both said yes to stays until one of you, or HR, takes it away. Which nudges you got, and what you answered, stay until you write "forget me".',
      'The municipality’s backups keep a text a little longer. If one is taken into use, Sammen forgets again those who asked for it.',
      'The chat is also in Teams or Slack. The municipality’s rules for those apply there.',
    ],
  },
  yours: {
    title: 'What can you do?',
    text: [
      'Write "my data" for a link to all that is kept about you, as one file. Write "profile" to correct what Sammen knows about you. Write "stop" if you do not want the weekly nudge. Write "forget me" to be forgotten: your name, drafts and answers go, and the counts stay. A case that the municipality needs as evidence can be held. Then it stays, also with your name, until it is released; Sammen says so before your yes.',
    ],
  },
  embeddings: {
    title: 'Help from a program on the municipality’s network',
    text: (host) =>
      `A program on the municipality’s own network (${host}) helps Sammen to understand dilemmas. It gets the text without CPR numbers, phone numbers and e-mail addresses, and not who wrote it.`,
  },
  ask: {
    title: 'Whom can you ask?',
    text: (municipality, phone) =>
      `Ask ${municipality}${phone === null ? '' : ` on ${phone}`} if you want something corrected, or want to complain. You can also complain to the Danish Data Protection Agency (Datatilsynet).`,
  },
};
