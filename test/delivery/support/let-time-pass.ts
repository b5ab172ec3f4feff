import type { SinonFakeTimers } from 'sinon';
import type { TestBot } from '../../support/fixtures/bot-on-store.ts';

const MINUTE = 60_000;

/** Lets so many minutes pass, and sends what is due after each stretch of `stretch` minutes, and at the end. */
export const letTimePass = async (
  minutes: number,
  stretch: number,
  { clock, setup }: { clock: SinonFakeTimers; setup: TestBot },
): Promise<void> => {
  for (let left = minutes; left > 0; left -= stretch) {
    clock.tick(Math.min(left, stretch) * MINUTE);
    await setup.sender.sweep();
  }
};
