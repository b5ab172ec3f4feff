import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { principleOf } from '../../bot/nudges/principle-of-week.ts';
import { teamQuestionOf, teamQuestionsSchema } from '../../bot/nudges/team-question.ts';
import { weekAfter } from '../../bot/time/iso-week.ts';
import { LANGUAGES, PRINCIPLES } from '../../bot/words.ts';
import { bureaucraticWords } from '../support/assertions/bureaucratic-words.ts';
import { faultsIn } from '../support/assertions/content-faults.ts';
import { lix } from '../support/assertions/lix.ts';
import { similarity } from '../support/assertions/similarity.ts';

const file = new URL('../../content/team-questions.json', import.meta.url);
const questions = teamQuestionsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
const HARDEST_LIX = 35;
const MAX_ALIKE = 0.5;

describe('the questions for a team’s meeting', () => {
  it('are four for each principle, each one question that reads easily, in both languages', () => {
    for (const principle of PRINCIPLES)
      assert.ok(questions.filter((question) => question.principle === principle).length >= 4, principle);
    for (const question of questions) {
      assert.ok(lix(question.da) <= HARDEST_LIX, `${question.da} LIX ${lix(question.da)}`);
      for (const language of LANGUAGES) {
        const text = question[language];
        assert.match(text, /^[A-ZÆØÅ][^?!.]+\?$/u);
        assert.deepEqual(bureaucraticWords(text, language), [], text);
        const alike = questions.filter((other) => other !== question && similarity(other[language], text) > MAX_ALIKE);
        assert.deepEqual(alike, []);
      }
    }
  });

  it('follow the week’s principle, and start again when all of its questions have been asked', () => {
    const asked = Array.from({ length: 24 }, (_, n) => {
      const week = weekAfter('2026-W50', n);
      const question = teamQuestionOf(week, questions);
      assert.equal(question?.principle, principleOf(week));
      return question;
    });
    assert.equal(new Set(asked).size, 24);
    assert.equal(teamQuestionOf(weekAfter('2026-W50', 24), questions), asked[0]);
    assert.ok(teamQuestionOf('2020-W05', questions) !== null, 'long ago, too');
  });

  it('are refused with the faults when a municipality’s own file lacks one', () => {
    const without = questions.filter(({ principle }) => principle !== 'bygger-bro');
    assert.deepEqual(faultsIn(without, teamQuestionsSchema), [
      'x.json: the file has no question for "bygger-bro". Write at least one with "principle": "bygger-bro".',
    ]);
    assert.deepEqual(faultsIn([{ principle: 'x', da: '', en: 'e'.repeat(161) }], teamQuestionsSchema), [
      `x.json, line 3, row 1: "principle" is "x". Write one of ${PRINCIPLES.map((id) => `"${id}"`).join(', ')}.`,
      'x.json, line 4, row 1: "da" is empty. Write the question in Danish there, in at most 160 characters.',
      'x.json, line 5, row 1: "en" has 161 characters. Write at most 160.',
    ]);
  });
});
