/**
 * The program runs in UTC, whatever the server's time zone: in UTC, node-cron neither skips nor repeats a minute when
 * the clocks change. Times that people read are in the organisation's time zone, which its file names.
 */
process.env.TZ = 'UTC';
