import assert from 'node:assert/strict';
import type { Case } from '../../bot/cases/case.ts';
import { caseId } from '../../bot/ids.ts';
import type { Person } from '../../bot/people/person.ts';
import type { Principle } from '../../bot/words.ts';
import { openTestBot, type TestBot } from '../support/fixtures/bot-on-store.ts';
import { aCase, anAgent, aPerson, aProfile } from '../support/fixtures/builders.ts';

const asker = aPerson('asker');
const PRINCIPLES: Principle[] = ['lytter-foerst', 'tydelig-ramme'];
const agent = anAgent('agent', { agent: aProfile({ principles: PRINCIPLES }) });
const other = anAgent('other');

describe('an agent whose field it is not', () => {
  let setup: TestBot;
  let number: number;
  beforeEach(async () => {
    number = 0;
    setup = await openTestBot([asker, agent, other]);
  });
  afterEach(() => setup.close());

  const press = (verb: string, data: Record<string, unknown>, from: Person = agent) =>
    setup.bot.press({ from, message: `m${number}`, verb, data });
  const offered = async (principle: Principle, overrides: Partial<Case> = {}): Promise<Case> => {
    number += 1;
    const c = aCase('waiting', { _id: caseId(`case-${number}`), number, principle, ...overrides });
    await setup.store.cases.add(c);
    return c;
  };
  const decline = async (principle: Principle, reason = 'not-my-field') => {
    const c = await offered(principle);
    await press('decline-case', { case: c._id, reason });
    await setup.sender.flush();
  };
  const questions = () =>
    setup.posted.filter(({ notice }) => notice.kind === 'field').map(({ to, notice }) => ({ to, notice }));
  const principlesOf = async () => (await setup.store.people.get(agent._id))?.agent?.principles;

  it('is asked after the second no on one principle, once, and nobody else is', async () => {
    await decline('tydelig-ramme');
    await decline('lytter-foerst');
    await decline('tydelig-ramme', 'not-today');
    assert.deepEqual(questions(), []);
    await decline('tydelig-ramme');
    assert.deepEqual(questions(), [
      { to: agent._id, notice: { kind: 'field', principle: 'tydelig-ramme', did: 'asked' } },
    ]);
    await decline('tydelig-ramme');
    assert.equal(questions().length, 1);
    await decline('lytter-foerst');
    assert.deepEqual(
      questions().map(({ notice }) => notice.kind === 'field' && notice.principle),
      ['tydelig-ramme', 'lytter-foerst'],
    );
  });

  it('is asked after a case was given back, too', async () => {
    await decline('tydelig-ramme');
    const c = await offered('tydelig-ramme');
    await press('accept-case', { case: c._id });
    await press('give-back', { case: c._id, reason: 'not-my-field' });
    await setup.sender.flush();
    assert.equal(questions().length, 1);
  });

  it('is not asked about a principle that is not in their profile', async () => {
    for (let n = 0; n < 3; n++) await decline('bygger-bro');
    assert.deepEqual(questions(), []);
  });

  it('counts a case by what it was corrected to', async () => {
    await decline('tydelig-ramme');
    const c = await offered('tydelig-ramme');
    await press('accept-case', { case: c._id });
    await press('correct-labels', { case: c._id, principle: 'bygger-bro', topic: 'oekonomi' });
    await press('give-back', { case: c._id, reason: 'not-my-field' });
    await setup.sender.flush();
    assert.deepEqual(questions(), []);
  });

  it('leaves the principle out of their profile on a yes, and puts it back on a later no', async () => {
    await decline('tydelig-ramme');
    await decline('tydelig-ramme');
    await press('drop-principle', { principle: 'tydelig-ramme' });
    assert.deepEqual(await principlesOf(), ['lytter-foerst']);
    await press('keep-principle', { principle: 'tydelig-ramme' });
    assert.deepEqual(await principlesOf(), PRINCIPLES);
    await press('keep-principle', { principle: 'tydelig-ramme' });
    assert.deepEqual(await principlesOf(), PRINCIPLES);
  });

  it('changes nothing for somebody who is no agent', async () => {
    await press('keep-principle', { principle: 'tydelig-ramme' }, asker);
    assert.equal((await setup.store.people.get(asker._id))?.agent, null);
  });
});
