import assert from 'node:assert/strict';
import { REAL } from '../support/fixtures/own-organisation.ts';
import { runHere } from '../support/processes/command-here.ts';

describe('start --demo-years', () => {
  it('takes one to five years, in the sandbox only', async () => {
    for (const years of [[], ['6'], ['2', 'more']]) {
      const { code, err } = await runHere(['start', '--demo-years', ...years]);
      assert.equal(code, 2, years.join(' '));
      assert.match(err, /--demo-years|Too many arguments/);
    }
    const real = { ...REAL, SANDBOX: 'off', HOST: '127.0.0.1' };
    const { code, err } = await runHere(['start', '--demo-years', '1'], real);
    assert.equal(code, 2, err);
    assert.match(err, /in the sandbox only/);
  });
});
