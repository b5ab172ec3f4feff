import assert from 'node:assert/strict';
import { constants } from 'node:os';
import { whyNotRead } from '../../app/system-error.ts';

const refusal = (code: keyof typeof constants.errno) =>
  Object.assign(new Error(code), { code, errno: -constants.errno[code], path: 'people.csv' });

describe('why a file cannot be read', () => {
  it('is said for each refusal of the operating system, with the mend', () => {
    for (const [code, why] of [
      ['ENOENT', /^is not there\. Check the path\.$/],
      ['EACCES', /^may not be read by the user who runs this\. Give that user the right/],
      ['EPERM', /^may not be read/],
      ['EISDIR', /^is a folder\. Give the path of a file\.$/],
      ['ENOTDIR', /^lies below something that is no folder\./],
      ['EIO', /^cannot be read \(i\/o error, EIO\)\. Check the path and its disk\.$/],
    ] as const)
      assert.match(whyNotRead(refusal(code)) ?? '', why);
  });

  it('is not made up for an error of our own', () => assert.equal(whyNotRead(new Error('people.csv')), null));
});
