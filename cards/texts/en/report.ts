import type { report as da } from '../da/report.ts';

export const report: typeof da = {
  title: 'How Vi skaber sammen is doing',
  kicker: 'Report for HR',
  lead: 'Figures on how the sparring spreads. No names, no texts, no small groups.',
  weekName: (week, year) => `week ${week}, ${year}`,
  weekShort: (week) => `week ${week}`,
  fromTo: (from, to) => `${from} – ${to}`,
  periods: {
    label: 'Period',
    weeks: (weeks) => `${weeks} weeks`,
    before: 'the period before',
    young: (weeks) =>
      weeks === 1
        ? 'Sammen has only 1 whole week to show so far.'
        : `Sammen has only ${weeks} whole weeks to show so far.`,
    compared: (first, last) => `Beside it stands ${first} – ${last}.`,
    toldTo: (week) =>
      `Groups, times and shares go up to ${week}. They move on four weeks at a time, so that nobody can work out a single week.`,
    noBefore: 'There is no period before it to compare with yet.',
  },
  running: {
    heading: 'The week under way',
    unfinished: 'not over',
    none: 'No cases yet',
    few: 'Under 5 cases so far',
    atLeast: (count) => `At least ${count} cases so far`,
    text: 'The week joins the figures when it is over. After that it does not change.',
  },
  stories: {
    heading: 'Three stories',
    none: 'Here you will find stories of what colleagues have learned. A story comes when somebody who asked says yes to it being told, and has approved every word.',
  },
  beyond: {
    heading: 'What numbers cannot show',
    text: [
      'A phone call or a cup of coffee is counted nowhere, and is often the best help.',
      'Many cases may mean trust. They may also mean that something is hard. The numbers do not know which.',
      'Few cases in a unit is no fault. Pay them a visit, and ask how they are.',
      'The figures speak of groups, never of a colleague. Do not use them to measure people.',
    ],
  },
  shown: { 'under-5': 'under 5', hidden: 'hidden', none: 'too few to show', uncounted: 'not counted yet' },
  hidden:
    'Numbers from 1 to 4 are shown as "under 5". "Hidden" is a number from which one of those could be worked out.',
  columns: {
    group: 'Group',
    now: 'Now',
    before: 'Before',
    people: 'Staff',
    week: 'Week',
    from: 'From',
    to: 'To',
    toldFrom: 'Groups and shares from',
    toldTo: 'Groups and shares to',
    cases: 'Cases',
    rate: 'Per 100 staff',
    definition: 'What the figure is',
    figure: 'Figure',
    value: 'Value',
    unit: 'Unit',
    weeks: 'Weeks',
    note: 'Note',
    monday: 'Monday',
  },
  units: { count: 'number', percent: 'per cent', hours: 'working hours', rate: 'per 100 staff and week' },
  hours: (hours) => `${hours} h`,
  percent: (share) => `${share}%`,
  atLeast: (share) => `at least ${share}%`,
  main: {
    asked: 'cases',
    rate: 'cases a week per 100 staff',
    median: 'to the first word, for half of them',
    kept: 'were answered within the promise',
    helpful: 'say the answer helped',
    active: 'units have asked',
    ofUnits: (active, all) => `${active} of ${all}`,
  },
  sections: {
    reach: {
      title: 'How many do we reach?',
      definition:
        'People in the list of colleagues at the end of the period. Of those with a chat, each stands in one place at most: has said stop, is pausing, or could not get the week’s message, because Sammen is removed or blocked. "Got a nudge" are different colleagues in a week, added up over the period.',
    },
    engagement: {
      title: 'Do we use the nudges?',
      definition:
        'Different colleagues in a week who pressed a button other than pause and stop within 7 days, added up over the period. Stories count once colleagues have approved them; they cannot do so yet.',
    },
    quarterly: {
      title: 'When did we last do something with citizens?',
      definition:
        'Colleagues’ own answer to the question that takes the nudge’s place once a quarter. The latest answer in the week counts. Shown when at least 5 different people have said.',
    },
    weeks: {
      title: 'Cases week by week',
      definition: 'Cases sent in the week. A week runs from Monday to Sunday and closes one hour later.',
    },
    sparring: {
      title: 'How much sparring is there?',
      definition:
        'Cases are dilemmas that were sent. "Without a name" are cases sent anonymously. Talks are proposals to talk, on the phone or in a meeting. Reopened cases went on after the answer.',
    },
    units: {
      title: 'Where in the municipality?',
      definition:
        'Cases by the unit the asker was in when the case was sent. Units with fewer than 5 people stand together as Others.',
    },
    unitRates: {
      title: 'Where do people ask most?',
      definition:
        'Cases a week per 100 staff in each unit, so that large and small ones can be seen side by side. Staff are counted at the end of the period.',
    },
    principles: { title: 'Which principles?', definition: 'The principle that the case is mostly about.' },
    topics: { title: 'Which topics?', definition: 'The topic that the case is mostly about.' },
    speed: {
      title: 'How soon does an answer come?',
      definition:
        'Working hours from when the case was sent until a human writes the first word. Half wait no longer than the median, nine in ten no longer than the second figure. The promise is the time the asker was told.',
    },
    help: {
      title: 'Does it help?',
      definition:
        'The asker’s own answer to "Did it help?", once for each answer. Shown when at least 5 different people have said.',
    },
    outcomes: { title: 'What comes of it?', definition: 'What the agent called their answer.' },
    steps: {
      title: 'Next steps',
      definition: 'What the asker did with the next step that the answer proposed.',
    },
    stepsKept: {
      title: 'Did the step come to anything?',
      definition:
        'The asker’s own answer about a step they had said yes to. Sammen asks once, on the day of the step. Shown when at least 5 different people have said.',
    },
    askedBack: {
      title: 'Do we ask before we advise?',
      definition: 'First answers in a case: whether the agent asked a question before the answer came.',
    },
    spread: {
      title: 'Where does nobody ask yet?',
      definition: 'Units with at least 5 people. A unit counts when it has sent a case in the period.',
    },
    load: {
      title: 'Do the agents share evenly?',
      definition:
        'The part of the cases taken by the fifth of the agents who took the most. Shown when at least 5 agents have taken cases.',
    },
  },
  rows: {
    directory: 'People in the directory',
    withChat: 'Have a chat with Sammen',
    unreachable: 'Could not get the week’s message',
    paused: 'Are pausing',
    stopped: 'Have said stop',
    nudged: 'Got a nudge',
    pressed: 'Pressed a nudge',
    stories: 'Stories',
    asked: 'Cases in all',
    rate: 'Cases a week per 100 staff',
    anonymous: 'Without a name',
    named: 'With a name',
    anonymousShare: 'Share without a name',
    talks: 'Proposals to talk',
    reopened: 'Reopened cases',
    median: 'Half wait at most',
    most: 'Nine in ten wait at most',
    kept: 'Within the promise',
    missed: 'After the promise',
    keptShare: 'Share within the promise',
    askedFirst: 'Asked first',
    advisedAtOnce: 'Answered at once',
    accepted: 'Said yes to the step',
    moved: 'Moved the date',
    dropped: 'Let it lie',
    active: 'Units that have asked',
    all: 'Units in all',
    busiest: 'The busiest fifth’s part of the cases',
    agents: 'Agents who have taken cases',
  },
  waits: { hour: 'Up to 1 hour', two: '1–2 hours', 'half-day': '2–4 hours', day: '4–8 hours', longer: 'Over 8 hours' },
  groups: { '*others': 'Others', '*unsplit': 'Not broken down', '*untold': 'Not told' },
  visit: {
    heading: 'A visit to pay',
    text: 'No case has come from here in the period:',
    none: 'Every unit with at least 5 people has asked in the period.',
    few: 'The units cannot be shown one by one yet.',
  },
  empty: {
    heading: 'There are no figures yet',
    text: 'The report begins when the first week with cases is over. The figures come by themselves on Mondays.',
  },
  alternative: {
    bars: (title, parts) => `Bars. ${title} ${parts}`,
    weeks: (least, most, weeks) =>
      `Bars for ${weeks} weeks. The week with the fewest cases that are shown has ${least}, the week with the most ${most}. The numbers stand in the table.`,
  },
  files: {
    heading: 'Take the figures with you',
    csv: 'CSV',
    xlsx: 'Excel',
    json: 'JSON',
    sheet: 'Definitions',
    periodsSheet: 'Periods',
  },
  open: {
    title: 'Report for HR',
    text: (name) => `Hello ${name}. Press the button to open the report in this browser. It stays open for 8 hours.`,
    once: 'The link works once, and only for you. We note that you have opened the report.',
    button: 'Open the report',
  },
  language: { label: 'Language', da: 'Dansk', en: 'English' },
  skip: 'Go to the figures',
  tables: 'Show all numbers',
  card: {
    title: (weeks) => (weeks === 1 ? 'The last week' : `The last ${weeks} weeks`),
    besides: (now, before) => `${now} (before: ${before})`,
    digest: 'This week’s figures from Sammen',
    none: 'The report begins when the first week with cases is over.',
    link: 'Open the whole report',
    linkText: 'The link works once, for 15 minutes, and only for you.',
    more: 'Write report, and you get a link to all the figures.',
    private: 'The figures show no names, no texts and no group under 5.',
  },
};
