/** Invented ids in Slack's format. */
export const TEAM = 'T0SAMMEN01';
export const BOT_USER = 'U0SAMMENBT';
export const BOT_ID = 'B0SAMMENBT';
export const APP = 'A0SAMMEN01';
export const TOKEN = 'xoxb-1-invented';
export const SIGNING_SECRET = '8f742231b10e8888abcd99yyyzzz85a5';
