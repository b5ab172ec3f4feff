import assert from 'node:assert/strict';
import { withoutRejectedTokens } from '../../adapters/teams/botbuilder/quiet-console.ts';

describe('the console beside botbuilder', () => {
  it('leaves out rejected tokens, and nothing else', () => {
    const written: unknown[][] = [];
    const error = withoutRejectedTokens((...parts) => void written.push(parts));
    const expired = Object.assign(new Error('jwt expired'), { name: 'TokenExpiredError' });
    const ours = new Error('ours');
    error('Error finding key for token. Available keys: -----BEGIN RSA PUBLIC KEY-----');
    error(expired);
    error('something else', 7);
    error(ours);
    error();
    assert.deepEqual(written, [['something else', 7], [ours], []]);
  });
});
