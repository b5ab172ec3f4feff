import type { report as da } from '../da/report.ts';

export const report: typeof da = {
  title: 'How Vi skaber sammen is doing',
  kicker: 'Report for HR',
  lead: 'Figures on how colleagues help each other. No names, no cases, no small groups.',
  weekName: (week, year) => `week ${week}, ${year}`,
  weekShort: (week) => `week ${week}`,
  weekSpan: (from, to) => `weeks ${from}–${to}`,
  byBlock: 'Four weeks stand together when there are fewer than 50 staff.',
  periods: {
    label: 'Period',
    weeks: (weeks) => `${weeks} weeks`,
    before: 'the period before',
    young: (weeks) =>
      weeks === 1
        ? 'Sammen has only 1 whole week to show so far.'
        : `Sammen has only ${weeks} whole weeks to show so far.`,
    compared: (span) => `Compared with ${span}.`,
    steps: 'The figures move four weeks at a time, so that nobody can work out a single week.',
    noBefore: 'There is no period before it to compare with yet.',
  },
  running: {
    heading: 'The week under way',
    unfinished: 'not over',
    none: 'No cases at the last count',
    few: 'Under 5 cases at the last count',
    about: (from, to) => `About ${from}–${to} cases at the last count`,
    text: 'We count once a day. When the week is over, it does not change any more.',
  },
  stories: {
    heading: (count) => ({ 1: 'One story', 2: 'Two stories' })[count] ?? 'Three stories',
    lead: (weeks) =>
      `What colleagues have learned in the last ${weeks} weeks. Two colleagues said yes to every word, and nobody can see who they are.`,
    none: 'This is where you will read what colleagues have learned. A story appears only when the person who asked has said yes and approved every word.',
  },
  beyond: {
    heading: 'What numbers cannot show',
    text: [
      'A phone call or a cup of coffee is counted nowhere, and it is often the best help.',
      'Many cases may mean trust. They may also mean that something is hard. The numbers do not know which.',
      'Few cases in a unit is no failing. Drop by and ask how things are.',
      'The figures are about groups, never about one colleague. Do not use them to measure people.',
    ],
  },
  shown: { 'under-5': 'under 5', none: 'too few to show', uncounted: 'not counted yet' },
  small:
    'Numbers from 1 to 4 are shown as "under 5". A 0 is always a true 0. All cases together are counted exactly when there are at least 20 cases and at least 50 staff.',
  noise: (margin) =>
    `Numbers for groups are slightly off on purpose, so that nobody can be worked out. They are usually within ${margin} of the true number, and they do not always add up to the total.`,
  margin: (margin) => `± ${margin}`,
  marginTitle: 'How far the numbers may be from the true ones',
  margins: '±',
  marginsInWords: '3 (4 weeks), 5 (12 weeks) or 10 (52 weeks)',
  columns: {
    group: 'Group',
    now: 'Now',
    before: 'Before',
    people: 'Staff',
    week: 'Week',
    from: 'From',
    to: 'To',
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
  hours: (said, isOne) => (isOne ? `${said} hour` : `${said} hours`),
  minutes: (said) => `${said} min.`,
  percent: (share) => `${share}%`,
  main: {
    asked: 'cases',
    rate: 'cases a week per 100 staff',
    median: 'typical wait for a first reply',
    kept: 'heard from a human in time',
    helpful: 'say the answer helped',
    active: 'units that have asked',
    ofUnits: (active, all) => `${active} of ${all}`,
  },
  sections: {
    reach: {
      title: 'How many do we reach?',
      definition:
        'People on the staff list at the end of the period. Anyone with a chat is counted in one place at most: said stop, is on a pause, or could not get the week’s message because Sammen was removed or blocked. "Got a nudge" is the number who got one each week, added up.',
    },
    engagement: {
      title: 'Do we use the nudges?',
      definition:
        'How many pressed a button within 7 days, week by week, added up. Pause and stop do not count. A story counts once, when both have said yes to it, also if it is taken back later.',
    },
    quarterly: {
      title: 'When did we last do something with citizens?',
      definition:
        'Colleagues’ own answers. Once a quarter the question takes the place of the nudge. The latest answer in the week counts.',
    },
    weeks: {
      title: 'Cases week by week',
      definition:
        'Cases sent in the week. A week runs from Monday to Sunday and closes one hour later. Weeks with under 20 cases are slightly off (±\u00a03).',
    },
    sparring: {
      title: 'How often do we ask each other?',
      definition:
        'A case is a dilemma that was sent. "Without a name" means sent anonymously. A colleague can ask for a citizen, or for a colleague who does not use Sammen: that is "for others". Talks are suggestions to talk, by phone or in a meeting. A reopened case went on after the answer.',
    },
    units: {
      title: 'Where in the municipality?',
      definition:
        'The unit the asker was in when the case was sent. Units with fewer than 5 people are grouped as Others.',
    },
    unitRates: {
      title: 'Where do people ask most?',
      definition:
        'Cases a week per 100 staff, so that large and small units can be compared. Staff are counted at the end of the period.',
    },
    principles: { title: 'Which principles?', definition: 'The principle that the case is mostly about.' },
    topics: { title: 'Which topics?', definition: 'The topic that the case is mostly about.' },
    speed: {
      title: 'How soon does an answer come?',
      definition:
        'Working time from when the case is sent until a human first replies. Half wait no longer than the first figure, nine in ten no longer than the second. The promise is the time the asker was given. Times are shown from 10 cases on.',
    },
    help: {
      title: 'Does it help?',
      definition: 'The asker’s own reply to "Did the answer help you?", once per answer. Shown from 10 replies on.',
    },
    outcomes: { title: 'What comes of it?', definition: 'What the thinking partners called their answers.' },
    steps: {
      title: 'Next steps',
      definition: 'What the asker did with the next step that the answer proposed.',
    },
    stepsKept: {
      title: 'Did the step come to anything?',
      definition: 'The asker’s own reply about a step they said yes to. Sammen asks only once.',
    },
    askedBack: {
      title: 'Do we ask before we advise?',
      definition: 'Whether the thinking partner asked a question before giving the first answer.',
    },
    spread: {
      title: 'Where has nobody asked yet?',
      definition: 'Units with at least 5 people. A unit counts when it has sent a case in the period.',
    },
    load: {
      title: 'Is the work shared evenly?',
      definition:
        'The fifth of the thinking partners with the most cases: how large a share they took. Shown once at least 10 have taken cases.',
    },
  },
  rows: {
    directory: 'People on the staff list',
    withChat: 'Have a chat with Sammen',
    unreachable: 'Could not get the week’s message',
    paused: 'On a pause',
    stopped: 'Said stop',
    nudged: 'Got a nudge',
    pressed: 'Pressed a nudge',
    stories: 'Stories',
    asked: 'Cases in all',
    rate: 'Cases a week per 100 staff',
    anonymous: 'Without a name',
    named: 'With a name',
    anonymousShare: 'Share without a name',
    onBehalf: 'Asked for others',
    forSelf: 'Asked for themselves',
    onBehalfShare: 'Share asked for others',
    talks: 'Suggestions to talk',
    introductions: 'Colleagues who were introduced',
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
    dropped: 'Did not take the step',
    active: 'Units that have asked',
    all: 'Units in all',
    busiest: 'Share taken by the busiest fifth',
    agents: 'Thinking partners who have taken cases',
  },
  waits: { hour: 'Up to 1 hour', two: '1–2 hours', 'half-day': '2–4 hours', day: '4–8 hours', longer: 'Over 8 hours' },
  groups: { '*others': 'Others', '*unsplit': 'Not broken down', '*untold': 'Not given' },
  visit: {
    heading: 'Worth a visit',
    text: 'No cases came from here in the period:',
    none: 'Every unit with at least 5 people has asked in the period.',
    few: 'The units cannot be shown one by one yet.',
  },
  empty: {
    heading: 'There are no figures yet',
    text: 'The report begins when the first week with cases is over. New figures appear every Monday.',
  },
  alternative: {
    bars: (title, parts) => `Bars. ${title} ${parts}`,
    weeks: (least, most, weeks) =>
      `Bars for ${weeks} weeks. The week with the fewest cases that are shown has ${least}, the week with the most ${most}. The numbers are in the table.`,
  },
  files: {
    heading: 'Take the figures with you',
    csv: 'CSV',
    xlsx: 'Excel',
    json: 'JSON',
    sheet: 'Definitions',
    storiesSheet: 'Stories',
    principle: 'Principle',
    periodsSheet: 'Periods',
  },
  open: {
    title: 'Report for HR',
    text: (name) => `Hello ${name}. Press the button to open the report in this browser. It stays open for 8 hours.`,
    once: 'The link works once, and only for you. We note that you have opened the report.',
    button: 'Open the report',
  },
  closed: {
    title: 'The report is for HR',
    text: 'Write "report" to Sammen to get a new link. A link works once.',
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
    more: 'Write "report" to get a link to all the figures.',
    private: 'The figures show no names, no texts and no group under 5.',
  },
};
