import { isAnsweredBy, isHelpedBy } from '../support/scenes.ts';
import type { Chat } from '../support/script.ts';

const people = { mette: { unit: 'Park og Vej' }, karen: { agent: true, unit: 'Biblioteket' } };
const HEDGE = 'vi har en borger der ringer hver dag om det samme hegn';
const GONE = /Udkastet er smidt væk. Ingen har set det|The draft has been thrown away/;

/** Hurried people who change their minds, or write as one does between two meetings. */
export const SLIPS: readonly Chat[] = [
  {
    title: 'Taking it back, three times',
    about: 'somebody regrets before sending, and says so in three ways; each time the words are gone and stay unseen',
    everywhere: true,
    people,
    steps: [
      ['mette', 'says', HEDGE],
      ['mette', 'has drafts', 1],
      ['mette', 'says', 'nej glem det'],
      ['mette', 'reads', /Helt i orden/],
      ['mette', 'has read', GONE],
      ['mette', 'has drafts', 0],
      ['mette', 'says', HEDGE],
      ['mette', 'says', 'slet det igen tak'],
      ['mette', 'has drafts', 0],
      ['mette', 'says', HEDGE],
      ['mette', 'says', 'Fortryd!'],
      ['mette', 'has drafts', 0],
      ['karen', 'hears nothing new'],
    ],
  },
  {
    title: 'Delete it, with nothing to delete',
    about: 'without a draft there is nothing to throw away, and a colleague who waits is not meant by it either',
    people,
    steps: [
      ['mette', 'says', 'glem det'],
      ['mette', 'has drafts', 0],
      ['mette', 'says', HEDGE],
      ['mette', 'says', 'de vil have hegnet slettet af planen, og jeg ved ikke om jeg må'],
      ['mette', 'has drafts', 1],
      ['mette', 'reads', /slettet af planen/],
    ],
  },
  {
    title: 'Words to a colleague taken back',
    about: 'in the middle of a talk a line is taken back before it is sent, and the colleague never sees it',
    people,
    steps: [
      ...isHelpedBy('mette', 'karen', HEDGE),
      ['mette', 'says', 'han er altså også ret irriterende'],
      ['mette', 'can press first', 'Send til Karen Prøve'],
      ['mette', 'says', 'send det ikke'],
      ['mette', 'has drafts', 0],
      ['karen', 'never reads', /irriterende|send det ikke/],
    ],
  },
  {
    title: 'Stop, said crossly',
    about: 'somebody is tired of the nudges and says it crossly; no warning, no draft, peace',
    people,
    steps: [
      ['mette', 'says', 'stop nu med de der beskeder'],
      ['mette', 'has drafts', 0],
      ['mette', 'reads', /skub/],
      ['mette', 'never reads', /truet|whistleblower/],
    ],
  },
  {
    title: 'Who sees it, before sending',
    about: 'with a draft open somebody asks three times who reads along; each is answered and none joins the draft',
    everywhere: true,
    people,
    steps: [
      ['mette', 'says', HEDGE],
      ['mette', 'says', 'hvem kan se det'],
      ['mette', 'reads', /din leder er ikke en af dem/, /administrator/],
      ['mette', 'says', 'kan min chef se det her?'],
      ['mette', 'reads', /din leder er ikke en af dem/],
      ['mette', 'says', 'ser hr hvad jeg skriver'],
      ['mette', 'reads', /HR ser tal, aldrig tekst eller navne/],
      ['mette', 'says', 'will my boss see this'],
      ['mette', 'has drafts', 1],
      ['mette', 'never reads', /hvem kan se det$/m],
    ],
  },
  {
    title: 'It does not work',
    about: 'somebody is lost, and is asked whether they mean Sammen instead of being sent to a colleague',
    people,
    steps: [
      ['mette', 'says', 'det virker ikke'],
      ['mette', 'can press', 'Hjælp', 'Det er et dilemma'],
      ['mette', 'has drafts', 0],
    ],
  },
  {
    title: 'Take it back after sending',
    about: 'somebody who regrets a sent case is shown it, with the way to withdraw it; the words do not join it',
    people,
    steps: [
      ['mette', 'says', HEDGE],
      ['mette', 'presses', 'Send'],
      ['mette', 'says', 'træk den tilbage'],
      ['mette', 'reads', /hegn/],
      ['mette', 'can press', 'show-case'],
      ['mette', 'has drafts', 0],
      ['karen', 'never reads', /træk den tilbage/],
    ],
  },
  {
    title: 'Never mind, in English',
    about: 'an English reader drops a draft in one word',
    people,
    steps: [
      ['mette', 'says', 'english please'],
      ['mette', 'says', 'A neighbour keeps calling me about his fence, what do I tell him?'],
      ['mette', 'says', 'nvm'],
      ['mette', 'has read', GONE],
      ['mette', 'has drafts', 0],
    ],
  },
  {
    title: 'A thank-you with a sigh',
    about: 'thanks in many words reach the colleague, and are not offered as a dilemma first',
    people,
    steps: [
      ...isAnsweredBy('mette', 'karen', HEDGE, 'Bed ham vise dig det på stedet.'),
      ['mette', 'says', 'tusinde tak det var virkelig sødt af dig'],
      ['mette', 'can press first', 'Send til Karen Prøve'],
    ],
  },
];
