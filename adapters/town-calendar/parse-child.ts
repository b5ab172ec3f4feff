import { UnreadableFeed } from '../../bot/nudges/town-event.ts';
import type { Parsed, ParseOrder } from './parse-apart.ts';
import { publicEvents } from './public-events.ts';

const parse = ({ text, window }: ParseOrder): Parsed => {
  try {
    return { events: publicEvents(text, window) };
  } catch (error) {
    if (error instanceof UnreadableFeed) return { fault: error.fault, why: error.message };
    throw error;
  }
};

process.once('message', (order: ParseOrder) => process.send?.(parse(order)));
