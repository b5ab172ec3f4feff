import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { createTerminal } from '../../app/command-line/terminal.ts';
import { applyDifference } from '../../app/import/apply.ts';
import type { Difference } from '../../bot/people/directory/compare.ts';
import { aPerson } from '../support/fixtures/builders.ts';

const shownOn = (isTTY: boolean): string => {
  let shown = '';
  const write = (text: string | Uint8Array) => {
    shown += text;
    return true;
  };
  const bar = createTerminal(Readable.from([]), { write }, { write, isTTY }).progress('Writing');
  for (let done = 0; done <= 2_000; done++) bar.to(done, 2_000);
  bar.end();
  return shown;
};

describe('the bar of a long command', () => {
  it('is drawn once for each percent on a terminal, and taken away', () => {
    const drawn = shownOn(true).split('\r');
    assert.equal(drawn.length, 1 + 101 + 1, 'one for each percent');
    assert.ok(drawn[51]?.includes('Writing ███████████████░░░░░░░░░░░░░░░ 50 %'), drawn[51]);
    assert.equal(drawn.at(-1), '\u001b[2K');
  });

  it('is not there where nobody watches', () => assert.equal(shownOn(false), ''));

  it('comes to its end when a list of people is written', async () => {
    const seen: number[][] = [];
    const gone = Array.from({ length: 230 }, (_, i) => aPerson(`gone-${i}`));
    const people = { change: async () => undefined } as unknown as Parameters<typeof applyDifference>[1];
    const difference = { added: [], joined: [], changed: [], moved: [], gone, same: 0, kept: 0 };
    await applyDifference(
      difference as unknown as Difference,
      people,
      null,
      (done, total) => void seen.push([done, total]),
    );
    assert.deepEqual([seen[0], seen.length, seen.at(-1)], [[20, 230], 12, [230, 230]]);
  });
});
