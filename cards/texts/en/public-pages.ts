import type { publicPages as danish, Sections } from '../da/public-pages.ts';

const homeSections: Sections = [
  {
    title: 'Do you work here?',
    text: [
      (_municipality, _name, _reach, where) =>
        `Find Sammen${where}, and write what you are unsure about. Before you press Send, you see what is sent and who reads it.`,
    ],
  },
  {
    title: 'Are you a citizen with an idea?',
    text: [
      'The page "Do you have an idea?" lists people who would like to hear about it. You can also call the municipality.',
      (_municipality, name, reach) => `${name}: ${reach}.`,
    ],
  },
  {
    title: 'Six principles',
    text: [
      (municipality) =>
        `Sammen helps ${municipality} to listen first, build bridges, get things moving, make it easy, keep spirits up, and set a clear frame.`,
    ],
  },
];

export const publicPages: typeof danish = {
  where: (platforms) => ` in ${platforms}`,
  or: ' or ',
  other: { language: 'da', label: 'På dansk' },
  label: 'More pages',
  backTo: (municipality) => `Back to ${municipality}`,
  links: {
    home: 'What is Sammen?',
    agents: 'Do you have an idea?',
    privacy: 'What Sammen keeps',
    accessibility: 'Accessibility',
    terms: 'Terms',
  },
  home: {
    title: 'This is Sammen',
    lead: (municipality) =>
      `Sammen is a chat bot for people who work for ${municipality}. It finds a colleague who will think along when work with citizens is difficult.`,
    sections: homeSections,
  },
  terms: {
    title: 'Terms of use',
    lead: (municipality) =>
      `Sammen is for people who work for ${municipality}. When you use it, what stands here applies, and so does whatever else applies to your job.`,
    sections: [
      {
        title: 'What it is for',
        text: [
          'Sammen is for thinking together: a colleague thinks along when you are unsure. You decide, and the responsibility stays with you.',
          'Asking, answering and the weekly nudge are voluntary.',
        ],
      },
      {
        title: 'What it is not for',
        text: [
          'If anyone is in danger, call 112. An answer in Sammen is no notification, no decision and no legal advice, and it does not replace the citizen’s own case.',
          'Do not write who the citizen is. Sammen hides numbers and e-mail addresses, but it can miss a name.',
        ],
      },
      {
        title: 'What we promise each other',
        text: [
          'What you read in a case stays between you. If you guess who an anonymous colleague is, keep it to yourself. The rules on confidentiality and access to documents apply here, too.',
          'Sammen can be wrong when it guesses what a case is about. It says so itself.',
        ],
      },
      {
        title: 'Who you can ask',
        text: [(_municipality, name, reach) => `${name}: ${reach}.`],
      },
    ],
  },
  accessibility: {
    title: 'Accessibility',
    lead: (municipality) =>
      `This statement is about the pages that Sammen shows for ${municipality}: "Do you have an idea?", the week's principle, the report, and the pages about Sammen itself.`,
    sections: [
      {
        title: 'How far are we?',
        text: [
          'The pages were made for WCAG 2.1 level AA and comply in part with the Danish act on web accessibility. In part, because nobody who uses a screen reader or other aids every day has tried them.',
        ],
      },
      {
        title: 'What was tried?',
        text: [
          'The program axe finds no faults on the pages, in light and dark, on a wide screen and on a phone. They work with a keyboard alone and without JavaScript, and headings, fields, tables and links have names that a screen reader can say.',
          'The charts of the report are there as tables, too.',
        ],
      },
      {
        title: 'What is not accessible?',
        text: [
          'You talk with Sammen in Teams or Slack, and those programs show the cards. Their own statements apply there.',
          "The week's principle as a sheet for the wall is made to be printed.",
        ],
      },
      {
        title: 'Is there something you cannot use?',
        text: [
          (municipality, name, reach) => `Tell ${municipality}, and you will get it in another way. ${name}: ${reach}.`,
          'If the answer does not satisfy you, you can complain to the Agency for Digital Government (Digitaliseringsstyrelsen), which supervises web accessibility in the public sector.',
        ],
      },
      {
        title: 'About this statement',
        text: [
          'It rests on an assessment that the developers of Sammen made themselves, with automatic tests, and was written on 30 November 2026.',
        ],
      },
    ],
  },
};
