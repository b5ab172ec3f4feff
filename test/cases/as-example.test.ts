import assert from 'node:assert/strict';
import { asExample } from '../../bot/cases/as-example.ts';
import type { Case } from '../../bot/cases/case.ts';
import type { PersonId } from '../../bot/ids.ts';
import { createNameRemover } from '../../bot/privacy/without-names.ts';
import { AGENT, ASKER, aCase, anAgent, aPerson, masked, TUESDAY } from '../support/fixtures/builders.ts';
import { content } from '../support/fixtures/content.ts';

const PEOPLE = [
  aPerson('asker', { name: 'Mette Krogh', unit: 'Kultur og Fritid' }),
  anAgent('agent', { name: 'Bo Skov' }),
];
const remove = createNameRemover(
  content.warningWords.names,
  PEOPLE.map(({ name }) => name),
);
const exampleOf = (c: Case, gone: readonly PersonId[] = []) =>
  asExample(c, (id) => PEOPLE.find((person) => person._id === id && !gone.includes(id)), remove);

const event = (by: PersonId) => ({ at: TUESDAY, kind: 'labelled' as const, by, about: null });
const corrected = (overrides: Partial<Case> = {}): Case =>
  aCase('active', {
    text: masked('Vi i Park og Vej, altså mette krogh og Bo, tør ikke sige til hr. Holm, at pengene er brugt.'),
    principle: 'tydelig-ramme',
    topic: 'oekonomi',
    labelled: { principle: 'agent' },
    events: [event(AGENT)],
    ...overrides,
  });

describe('a case as an example', () => {
  it('is its dilemma with its labels, without names, and without who wrote', () => {
    assert.deepEqual(exampleOf(corrected({ anonymous: true })), {
      text: 'Vi i [min afdeling], altså [navn] og [navn], tør ikke sige til hr. [navn], at pengene er brugt.',
      principles: ['tydelig-ramme'],
      topics: ['oekonomi'],
    });
  });

  it('is one when the asker chose, too', () => {
    assert.notEqual(exampleOf(corrected({ labelled: { topic: 'asker' }, events: [event(ASKER)] })), null);
  });

  const notTaught: Record<string, Case> = {
    'nobody named a label': corrected({ labelled: {}, events: [] }),
    'it is one of an earlier version': aCase('active'),
    'only a nudge brought the principle': corrected({ labelled: { principle: 'nudge' }, events: [] }),
    'its asker took it back': corrected({ state: 'withdrawn' }),
    'its text was erased': corrected({ text: masked('') }),
  };
  for (const [why, c] of Object.entries(notTaught)) it(`is none when ${why}`, () => assert.equal(exampleOf(c), null));

  it('is none when its asker, its agent or who named the label is forgotten', () => {
    assert.equal(exampleOf(corrected(), [ASKER]), null);
    assert.equal(exampleOf(corrected(), [AGENT]), null);
    assert.equal(exampleOf(corrected({ agent: null }), [AGENT]), null);
  });
});
