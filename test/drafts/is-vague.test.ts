import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { isVague } from '../../bot/drafts/is-vague.ts';

const dilemmas = ['../data/dilemmas.sample.ndjson', '../../content/dilemmas.ndjson'].flatMap((path) =>
  readFileSync(new URL(path, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): string => JSON.parse(line).text),
);

const VAGUE = [
  'jeg har et problem',
  'Jeg har et lille problem',
  'hvad gør jeg?',
  'kan nogen hjælpe mig med noget',
  'Jeg har brug for noget sparring på en sag',
  'Det er svært, og jeg er i tvivl om, hvad jeg skal gøre',
  'Hej kan du hjælpe mig? Jeg har et dilemma.',
  'Jeg står i en svær situation med en borger',
  'Jeg ved ikke, hvad jeg skal gøre med en kollega',
  'I have a problem and need some help',
  'What should I do?',
];

const TELLING = [
  'En borger ringer hver dag og vil have en plads tæt på datteren',
  'Naboerne vil have en bænk, men vejafdelingen siger nej',
  'Må vi låne gymnastiksalen ud om aftenen?',
  'Hvordan får jeg naboerne med fra starten?',
  'Koret mangler et lokale, og biblioteket lukker klokken fire',
  'A group of neighbours want a bench on the corner',
];

describe('a vague text', () => {
  for (const text of VAGUE) it(`is one that names no matter: ${text}`, () => assert.equal(isVague(text), true));
  for (const text of TELLING) it(`is not one that tells something: ${text}`, () => assert.equal(isVague(text), false));

  it('is hardly ever a labelled dilemma', () => {
    const found = dilemmas.filter(isVague);
    assert.ok(dilemmas.length >= 2_000);
    assert.ok(found.length <= dilemmas.length * 0.02, `${found.length} of ${dilemmas.length}: ${found.join(' | ')}`);
  });
});
