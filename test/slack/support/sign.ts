import { createHmac } from 'node:crypto';
import { SIGNING_SECRET } from './names.ts';

/** The headers of a request signed as Slack does. */
export const signed = (body: string, at = Math.floor(Date.now() / 1000), secret = SIGNING_SECRET) => ({
  'x-slack-request-timestamp': String(at),
  'x-slack-signature': `v0=${createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex')}`,
});

const FORM = 'application/x-www-form-urlencoded';

/** Slack's three encodings: events as JSON, commands as form fields, interactions as JSON in one form field. */
export const written = (payload: Record<string, unknown>): { type: string; body: string } => {
  if (payload.type === 'event_callback' || payload.type === 'url_verification')
    return { type: 'application/json', body: JSON.stringify(payload) };
  if ('command' in payload)
    return { type: FORM, body: new URLSearchParams(payload as Record<string, string>).toString() };
  return { type: FORM, body: new URLSearchParams({ payload: JSON.stringify(payload) }).toString() };
};
