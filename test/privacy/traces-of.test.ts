import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { tracesOf } from '../support/assertions/traces-of.ts';

const EMAIL = 'anna@kommune.dk';

describe('the search for traces of an asker', () => {
  it('finds what is said plainly, and what somebody with the list of staff could compute', () => {
    const digest = createHash('sha256').update(EMAIL).digest();
    for (const [received, what] of [
      [`{"from":"Anna@Kommune.dk"}`, 'plain'],
      [`{"id":"c-${digest.toString('hex')}"}`, 'a digest'],
      [`{"id":"${digest.toString('base64url').slice(0, 21)}"}`, 'a short one'],
      [`{"id":"${Buffer.from(EMAIL).toString('base64url')}"}`, 'another spelling'],
    ] as const)
      assert.notDeepEqual(tracesOf([EMAIL], received), [], what);
    assert.deepEqual(tracesOf([EMAIL], '{"id":"d8x1mC0mB3cQ2kUeY5pWn9s"}'), []);
  });
});
