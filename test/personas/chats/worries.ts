import { isHelpedBy } from '../support/scenes.ts';
import type { Chat } from '../support/script.ts';

const people = { mette: { unit: 'Skolen', profession: 'Lærer' }, karen: { agent: true, unit: 'Biblioteket' } };
const CHILDREN = /70 00 00 02/;
const WHISTLEBLOWER = /70 00 00 03/;
const WORK = /70 00 00 04/;

/** People who write about something that cannot wait for a colleague, in the words one uses. */
export const WORRIES: readonly Chat[] = [
  {
    title: 'A hungry girl',
    about: 'a worried teacher gets the number to ring before Send, and may still send',
    everywhere: true,
    people,
    steps: [
      ['mette', 'says', 'hej'],
      ['mette', 'says', 'jeg har en pige på 6 år i klassen, hun er tit sulten og har det samme tøj på hver dag'],
      ['mette', 'reads', CHILDREN],
      ['mette', 'has drafts', 1],
      ['mette', 'says', 'skal jeg sige noget til forældrene først?'],
      ['mette', 'reads', CHILDREN, /forældrene først/],
      ['mette', 'has drafts', 1],
      ['karen', 'hears nothing new'],
    ],
  },
  {
    title: 'Hard to say',
    about: 'somebody circles around it for three lines; the number comes with the line that says it',
    people,
    steps: [
      ['mette', 'says', 'må jeg spørge om noget'],
      ['mette', 'says', 'det er lidt svært at sige'],
      ['mette', 'says', 'der er en dreng i min klasse der ikke vil med hjem om fredagen. han græder'],
      ['mette', 'reads', CHILDREN],
      ['mette', 'has drafts', 1],
      ['karen', 'hears nothing new'],
    ],
  },
  {
    title: 'A father who shouts',
    about: 'a suspicion is worry enough, and the reply of the bot accuses nobody',
    people,
    steps: [
      ['mette', 'says', 'Jeg tror, at faren slår'],
      ['mette', 'reads', CHILDREN],
      ['mette', 'says', 'men jeg er jo ikke sikker'],
      ['mette', 'reads', CHILDREN],
      ['mette', 'has drafts', 1],
    ],
  },
  {
    title: 'Threatened on the phone',
    about: 'somebody who was threatened at work hears where to turn',
    people: { mette: { unit: 'Borgerservice' }, karen: { agent: true, unit: 'Biblioteket' } },
    steps: [
      ['mette', 'says', 'puha'],
      ['mette', 'says', 'en borger har lige truet mig på telefonen'],
      ['mette', 'says', 'han ved hvor jeg bor siger han'],
      ['mette', 'reads', WORK],
      ['mette', 'has drafts', 1],
    ],
  },
  {
    title: 'Not want to live',
    about: 'whoever writes about somebody who does not want to live reads 112 first',
    people: { mette: { unit: 'Jobcentret' }, karen: { agent: true, unit: 'Biblioteket' } },
    steps: [
      ['mette', 'says', 'hun skrev i chatten at hun ikke vil leve mere'],
      ['mette', 'reads', /112/],
      ['mette', 'says', 'jeg ved ikke om hun mener det'],
      ['mette', 'reads', /112/],
      ['mette', 'has drafts', 1],
      ['karen', 'hears nothing new'],
    ],
  },
  {
    title: 'Delete the mails',
    about: 'somebody told to do something wrong hears of the whistleblower scheme',
    people: { mette: { unit: 'Teknik' }, karen: { agent: true, unit: 'Biblioteket' } },
    steps: [
      ['mette', 'says', 'det her er lidt følsomt'],
      ['mette', 'says', 'vi bliver bedt om at slette mails inden aktindsigten'],
      ['mette', 'reads', WHISTLEBLOWER],
      ['mette', 'has drafts', 1],
      ['mette', 'presses', 'discard-draft'],
      ['mette', 'has drafts', 0],
      ['karen', 'hears nothing new'],
    ],
  },
  {
    title: 'Afraid of going to work',
    about: 'somebody who is treated badly hears where to turn, without being asked why',
    people: { mette: { unit: 'Plejehjemmet' }, karen: { agent: true, unit: 'Biblioteket' } },
    steps: [
      ['mette', 'says', 'må man skrive her om sin chef?'],
      ['mette', 'says', 'jeg bliver mobbet af mine kolleger og tør næsten ikke gå på arbejde'],
      ['mette', 'reads', WORK],
      ['mette', 'has drafts', 1],
    ],
  },
  {
    title: 'A name and a decision',
    about: 'a complaint by a named citizen belongs in their own file; it is said kindly, and the name is pointed out',
    people: { mette: { unit: 'Ældreplejen' }, karen: { agent: true, unit: 'Biblioteket' } },
    steps: [
      ['mette', 'says', 'Fru Jensen har klaget over afgørelsen om hjemmehjælp'],
      ['mette', 'says', 'hun ringer til mig hver dag'],
      ['mette', 'reads', /hører til i borgerens sag/, /navne/],
      ['mette', 'has drafts', 1],
    ],
  },
  {
    title: 'A number in two lines',
    about: 'a CPR number that comes in two pieces is hidden, and the writer is told',
    people: { mette: { unit: 'Borgerservice' }, karen: { agent: true, unit: 'Biblioteket' } },
    steps: [
      ['mette', 'says', 'En borger vil selv stå for den nye fællesspisning, men har ikke nogen e-mail'],
      ['mette', 'says', 'cpr er 010190-1234'],
      ['mette', 'has drafts', 1],
      ['mette', 'reads', /cpr/i, /skjul/i],
      ['mette', 'presses', 'Send'],
      ['karen', 'reads', /fællesspisning/],
      ['karen', 'never reads', /010190|1234/],
    ],
  },
  {
    title: 'Worried about the budget',
    about: 'worry about money and hedges is no worry about a child',
    people,
    steps: [
      ['mette', 'says', 'Jeg er bekymret for budgettet til legepladsen'],
      ['mette', 'says', 'og børnene vil have en svævebane!'],
      ['mette', 'does not read', /70 00 00 0|112/],
      ['mette', 'has drafts', 1],
      ['mette', 'presses', 'Send'],
      ['karen', 'reads', /svævebane/],
    ],
  },
  {
    title: 'It comes out later',
    about: 'what is said in a reply is looked at as a draft is',
    people,
    steps: [
      ...isHelpedBy('mette', 'karen', 'Forældrene vil selv holde skolens festival. Hvor meget skal jeg blande mig?'),
      ['karen', 'presses', 'ask-back', { text: 'Er der noget, der bekymrer dig?' }],
      ['mette', 'says', 'ja moren drikker, og lillebror bliver ikke hentet'],
      ['mette', 'reads', CHILDREN],
      ['mette', 'presses', 'Send til Karen Prøve'],
      ['karen', 'reads', /bliver ikke hentet/],
    ],
  },
  {
    title: 'Both at once',
    about: 'a hidden number does not hide the worry about a child',
    people,
    steps: [
      ['mette', 'says', 'hej igen'],
      ['mette', 'says', 'en elev fortæller at hun får tæsk derhjemme'],
      ['mette', 'says', 'hendes mor har nummer 20 30 40 50'],
      ['mette', 'reads', CHILDREN, /skjul/i],
      ['mette', 'does not read', /20 30 40 50/],
      ['mette', 'has drafts', 1],
    ],
  },
];
