import { spellingOf } from '../plain-words.ts';

/** Real words, and phrases, that are one letter away from one of ours. Somebody who writes one may well mean it. */
const DANISH =
  'agenten adskilt afmeldt brugte bruger danske danser danset engelske ferien hjælpe hjælper lager lukkedag manuel pausen pauser profit profiler rolle rollen ruller sagen sagde sanger serie siger søger smart starte stat stort svart tager tilmeldt bager jager fravære';
const ENGLISH =
  'admit bases cakes cares causes caves deport guided guides holidays judge judges leaves manuals reporter reports resort stars starts state statue usages helped helps paused pauses';
const PHRASES = [
  'din sag',
  'min dag',
  'dine sager',
  'dit svar',
  'dit nummer',
  'din telefon',
  'din profil',
  'din ferie',
  'dit skub',
  'dine skub',
  'hvem er det',
  'slet dig',
  'glem dig',
];

export const OTHER_WORDS: ReadonlySet<string> = new Set(
  [...DANISH.split(' '), ...ENGLISH.split(' '), ...PHRASES].map((text) => spellingOf(text).bare),
);
