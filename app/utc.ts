/**
 * The program itself lives in UTC, whatever the server's own zone is: there node-cron neither loses nor doubles a minute
 * when the clocks change. What people read is in the organisation's zone, which its file names.
 */
process.env.TZ = 'UTC';
