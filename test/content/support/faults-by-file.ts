import type { ContentName } from '../../support/fixtures/content-copy.ts';

export type Json = Record<string, never>;

export const without = (row: Json | undefined, ...names: string[]): unknown =>
  Object.fromEntries(Object.entries(row ?? {}).filter(([name]) => !names.includes(name)));
const PRINCIPLES =
  '"lytter-foerst", "bygger-bro", "skaber-fremdrift", "goer-det-nemt", "fastholder-virkelyst", "tydelig-ramme"';

/** A change to a file's contents, and every fault reported for it; `N` stands for a line number. */
export const OF_ITS_CONTENT: readonly [ContentName, string, (json: never) => unknown, readonly string[]][] = [
  [
    'organisation.json',
    'a missing field, an unknown one and a wrong language',
    ({ promiseHours: _gone, ...rest }: Json) => ({ ...rest, promisHours: 8, language: 'fr' }),
    [
      ', line N: "language" is "fr". Write one of "da", "en".',
      ': "promiseHours" is missing. Write the working hours to the first human word as a number above 0 and at most 400.',
      ', line N: "promisHours" is not known here. Correct the spelling, or take it out. Known are "note", "name", "language", "homePage", "timeZone", "hours", "closedDays", "promiseHours", "promiseTodayHours", "offerMinutes", "welcomeFrom", "coordinator", "retention", "contacts", "emergency".',
    ],
  ],
  [
    'organisation.json',
    'a number as text, no weekday and a day that does not exist',
    (json: Json) => ({ ...json, promiseHours: '8', hours: {}, closedDays: ['2026-12-24', '2026-02-30'] }),
    [
      ', line N: "hours" names no weekday. Write hours for at least one, such as "mon": ["08:00", "16:00"].',
      ', line N: entry 2 of "closedDays" is "2026-02-30". Write a day that exists as YYYY-MM-DD, such as "2026-12-24".',
      ', line N: "promiseHours" is the text "8". Write the working hours to the first human word as a number above 0 and at most 400.',
    ],
  ],
  [
    'organisation.json',
    'a list at the top',
    (json: Json) => [json],
    [
      ': the file is a list. Write an object in curly brackets with "note", "name", "language", "homePage", "timeZone", "hours", "closedDays", "promiseHours", "promiseTodayHours", "offerMinutes", "welcomeFrom", "coordinator", "retention", "contacts", "emergency".',
    ],
  ],
  [
    'warning-examples.json',
    'an unknown kind and an empty sentence',
    () => [
      { text: 'Vi vil have en bænk.', kind: 'bænk' },
      { text: ' ', kind: null },
    ],
    [
      ', line N, row 1: "kind" is "bænk". Write one of "danger", "threat", "whistleblower", "harassment", "decision".',
      ', line N, row 2: "text" is empty. Write a sentence.',
    ],
  ],
  [
    'no-dilemmas.json',
    'a number and an empty text',
    () => [7, ' '],
    [
      ', line N, row 1: the row is the number 7. Write a text in quotation marks.',
      ', line N, row 2: the row is empty. Write a text.',
    ],
  ],
  [
    'fields.json',
    'an unknown field and a sign in a word',
    () => [
      { field: 'skole', words: ['skole'] },
      { field: 'care', words: ['pleje*'] },
    ],
    [
      ', line N, row 1: "field" is "skole". Write one of "all", "schools", "care", "technical", "culture", "administration".',
      ', line N, row 2: entry 1 of "words" is "pleje*". Write a word of letters, such as "vej". "-skole" also ends a longer word, "skole-" also begins one.',
    ],
  ],
  [
    'public-numbers.json',
    'a number with letters and a beginning of one digit',
    (json: Json) => ({ ...json, numbers: [{ name: 'Livslinjen', phone: '70 LIV' }], beginnings: ['8'] }),
    [
      ', line N: "phone" in entry 1 of "numbers" is "70 LIV". Write the number with at least three digits, such as 70 201 201.',
      ', line N: entry 1 of "beginnings" is "8". Write two to four digits that every such number begins with, such as 80.',
    ],
  ],
  [
    'lexicon.json',
    'a missing list, an unknown topic and an empty word',
    ({ topics, about: _gone, ...rest }: { topics: Json; about: unknown }) => ({
      ...rest,
      topics: { ...topics, vejr: topics.lovgivning },
      wordGroups: { antal: ['to', ' '] },
    }),
    [
      ': "about" is missing. Write a list in square brackets, [ ].',
      ', line N: "topics.vejr" is not known here. Correct the spelling, or take it out. Known are "lovgivning", "oekonomi", "tvaergaaende", "borgerdialog", "borgerinitiativ".',
      ', line N: entry 2 of "wordGroups.antal" is empty. Write a text.',
    ],
  ],
  [
    'lexicon.json',
    'a missing word group',
    ({ english, ...rest }: { english: { topics: Json } }) => ({
      ...rest,
      english: {
        ...english,
        topics: { ...english.topics, lovgivning: { strong: ['law', '<toString> law'], normal: [], weak: [] } },
      },
    }),
    [
      ', line N: entry 2 of "english.topics.lovgivning.strong" names the word group <toString>, which is not there. Write one of those in "wordGroups", or add it to them.',
    ],
  ],
  [
    'warning-words.json',
    'a missing list, a misspelt name, one list where two belong and a number',
    ({ decision: _gone, danger: _danger, ...rest }: Json) => ({
      ...rest,
      desicion: [],
      danger: { alone: [7, ''], together: [{ of: [['a']] }, 'b'] },
    }),
    [
      ', line N: entry 1 of "danger.alone" is the number 7. Write a text in quotation marks.',
      ', line N: entry 2 of "danger.alone" is empty. Take the empty text out.',
      ', line N: "of" in entry 1 of "danger.together" is a list of 1. Write at least two lists of words, each in square brackets.',
      ', line N: entry 2 of "danger.together" is the text "b". Write an object in curly brackets with "of", "unless".',
      ': "decision" is missing. Write an object in curly brackets with "alone", "together", "harmless".',
      ', line N: "desicion" is not known here. Correct the spelling, or take it out. Known are "note", "groups", "forms", "meanings", "danger", "threat", "whistleblower", "harassment", "decision", "names".',
    ],
  ],
  [
    'principles.json',
    'a missing principle and a duplicate one',
    ([first, _second, ...rest]: Json[]) => [first, first, ...rest],
    [
      ', line N, row 2 ("id": "lytter-foerst"): "id" stands in an earlier row, too. Leave one of the two.',
      ': the file lacks the principle "bygger-bro". Write it there, with its name and text in "da" and "en".',
    ],
  ],
  [
    'principles.json',
    'a missing language, a name that is too long and an unknown field',
    ([first, second, third, ...rest]: Json[]) => [
      without(first, 'en'),
      { ...second, da: { name: 'x'.repeat(61), text: ' ' } },
      { ...third, colour: 'red' },
      ...rest,
    ],
    [
      ', line N, row 1 ("id": "lytter-foerst"): "en" is missing. Write an object in curly brackets with "name", "text".',
      ', line N, row 2 ("id": "bygger-bro"): "da.name" has 61 characters. Write at most 60 characters.',
      ', line N, row 2 ("id": "bygger-bro"): "da.text" is empty. Write a text.',
      ', line N, row 3 ("id": "skaber-fremdrift"): "colour" is not known here. Correct the spelling, or take it out. Known are "id", "da", "en".',
    ],
  ],
  [
    'nudges.json',
    'a missing language, a wrong kind, a long text, an unknown field and an invalid row',
    ([first, second, third, fourth, ...rest]: Json[]) => [
      without(first, 'en'),
      { ...second, kind: 'joke' },
      { ...third, da: 'x'.repeat(301) },
      { ...fourth, feild: 'all' },
      null,
      ...rest,
    ],
    [
      ', line N, row 1 ("id": "lf-tael-til-tre"): "en" is missing. Write the nudge in English there, in at most 300 characters.',
      ', line N, row 2 ("id": "lf-sig-det-igen"): "kind" is "joke". Write one of "question", "exercise", "story", "reach-out".',
      ', line N, row 3 ("id": "lf-bliv-staaende"): "da" has 301 characters. Write at most 300; what is longer is two nudges.',
      ', line N, row 4 ("id": "lf-hvordan-begyndte-det"): "feild" is not known here. Correct the spelling, or take it out. Known are "id", "principle", "kind", "field", "da", "en".',
      ', line N, row 5: the row is null. Write an object in curly brackets with "id", "principle", "kind", "field", "da", "en".',
    ],
  ],
  [
    'nudges.json',
    'a duplicate id',
    ([first, ...rest]: Json[]) => [first, first, ...rest],
    [', line N, row 2 ("id": "lf-tael-til-tre"): "id" is the id of an earlier nudge, too. Give each its own.'],
  ],
  [
    'nudges.json',
    'an object at the top',
    (json: unknown) => ({ nudges: json }),
    [': the file is an object. Write a list in square brackets, [ ].'],
  ],
  [
    'nudges.json',
    'an empty list',
    () => [],
    PRINCIPLES.split(', ').map(
      (id) =>
        `: the file has no nudge for everybody in ${id}. Write at least one with "principle": ${id} and "field": "all".`,
    ),
  ],
  [
    'team-questions.json',
    'a missing language, a long question, an unknown field and a wrong principle',
    ([first, second, third, fourth, ...rest]: Json[]) => [
      without(first, 'en'),
      { ...second, da: 'x'.repeat(161) },
      { ...third, id: 'q3' },
      { ...fourth, principle: 'lytter' },
      ...rest,
    ],
    [
      ', line N, row 1: "en" is missing. Write the question in English there, in at most 160 characters.',
      ', line N, row 2: "da" has 161 characters. Write at most 160.',
      ', line N, row 3 ("id": "q3"): "id" is not known here. Correct the spelling, or take it out. Known are "principle", "da", "en".',
      `, line N, row 4: "principle" is "lytter". Write one of ${PRINCIPLES}.`,
    ],
  ],
  [
    'team-questions.json',
    'an empty list',
    () => [],
    PRINCIPLES.split(', ').map(
      (id) => `: the file has no question for ${id}. Write at least one with "principle": ${id}.`,
    ),
  ],
  [
    'demo-people.json',
    'a wrong role, a day that does not exist, a capacity of one half and an unknown field',
    ([first, ...rest]: Json[]) => [
      {
        ...first,
        roles: ['boss'],
        absences: [{ from: '2026-02-30', until: '2026-03-01', substitute: null }],
        agent: { principles: [], topics: [], languages: [], capacity: 0.5, shown: true, place: null },
        email: 'x@y.dk',
      },
      ...rest,
    ],
    [
      ', line N, row 1 ("id": "signe"): entry 1 of "roles" is "boss". Write one of "agent", "hr", "admin".',
      ', line N, row 1 ("id": "signe"): "agent.capacity" is the number 0.5. Write a whole number, without quotation marks.',
      ', line N, row 1 ("id": "signe"): "from" in entry 1 of "absences" is "2026-02-30". Write a day that exists as YYYY-MM-DD, such as 2026-12-24.',
      ', line N, row 1 ("id": "signe"): "email" is not known here. Correct the spelling, or take it out. Known are "id", "name", "unit", "profession", "manager", "roles", "phone", "agent", "absences".',
    ],
  ],
  [
    'demo-people.json',
    'a duplicate id',
    ([first, ...rest]: Json[]) => [first, first, ...rest],
    [', line N, row 2 ("id": "signe"): "id" is the id of an earlier person, too. Give each their own.'],
  ],
  [
    'demo-people.json',
    'an empty list',
    () => [],
    [': the file is an empty list. Write at least one person, or nobody can use the sandbox.'],
  ],
];
