import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import { endAsFirstProcess } from '../../app/end-as-first-process.ts';

const aProcess = (pid: number) => {
  const ended: unknown[] = [];
  const self = Object.assign(new EventEmitter(), { pid, exit: (code: unknown) => void ended.push(code) });
  endAsFirstProcess(self as unknown as NodeJS.Process);
  return { self, ended };
};

describe('process 1 of a container', () => {
  it('ends on a signal until Sammen runs and stops in its own way', () => {
    const { self, ended } = aProcess(1);
    self.emit('SIGTERM');
    self.emit('SIGINT');
    assert.deepEqual(ended, [143, 130]);
    self.on('SIGTERM', () => undefined);
    self.emit('SIGTERM');
    assert.deepEqual(ended, [143, 130]);
  });

  it('alone needs it', () => assert.equal(aProcess(2).self.listenerCount('SIGTERM'), 0));
});
