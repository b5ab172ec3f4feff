import { shiftClock } from './shift-clock.ts';

// Loaded before the real program: its machine's clock stands as many milliseconds ahead as this says.
shiftClock(Number(process.env.CLOCK_SHIFT_MS));
