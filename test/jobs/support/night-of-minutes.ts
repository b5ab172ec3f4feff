import sinon from 'sinon';
import '../../../app/utc.ts';
import { everyMinute } from '../../../jobs/schedule.ts';

/** Advances a fake clock by four hours from the given time, and prints each minute in which the tick fired. */
const from = process.argv[2] ?? '';
const clock = sinon.useFakeTimers({
  now: new Date(from),
  toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
});
const minutes: string[] = [];
everyMinute(async () => void minutes.push(new Date().toISOString().slice(11, 16)));
for (let minute = 0; minute < 240; minute++) await clock.tickAsync(60_000);
process.stdout.write(minutes.join(' '));
process.exit();
