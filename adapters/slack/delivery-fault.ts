import { ErrorCode } from '@slack/web-api';
import { z } from 'zod';
import { SECOND } from '../../bot/time/units.ts';
import { DeliveryError } from '../../outbox/delivery-error.ts';
import { boundedWait, noAnswer } from '../chat/failed-call.ts';

const platform = z.object({ code: z.literal(ErrorCode.PlatformError), data: z.object({ error: z.string() }) });
const limited = z.object({ code: z.literal(ErrorCode.RateLimitedError), retryAfter: z.number() });
const http = z.object({ code: z.literal(ErrorCode.HTTPError), statusCode: z.number() });

/** Slack's error code, such as `channel_not_found`; null when there is none. */
export const slackWordOf = (error: unknown): string | null => platform.safeParse(error).data?.data.error ?? null;

/** Slack shuts the whole app out: the problem is the token or the installation, not the person. */
const BARRED = new Set([
  'invalid_auth',
  'not_authed',
  'token_revoked',
  'token_expired',
  'account_inactive',
  'missing_scope',
  'not_allowed_token_type',
  'org_login_required',
  'ekm_access_denied',
  'team_access_not_granted',
  'access_denied',
]);

/** Slack cannot reach this person or channel. */
const UNREACHABLE = new Set([
  'channel_not_found',
  'is_archived',
  'not_in_channel',
  'user_not_found',
  'users_not_found',
  'user_not_visible',
  'user_disabled',
  'user_not_in_channel',
  'cannot_dm_bot',
  'restricted_action',
  'messages_tab_disabled',
  'not_reachable',
  'method_not_supported_for_channel_type',
]);

/** A temporary problem on Slack's side. */
const RETRYABLE = new Set([
  'ratelimited',
  'rate_limited',
  'message_limit_exceeded',
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
  'accesslimited',
]);

/** Classifies a failed call to Slack for delivery. */
export const deliveryFault = (error: unknown): DeliveryError => {
  if (error instanceof DeliveryError) return error;
  const word = slackWordOf(error);
  if (word !== null) return new DeliveryError(outcomeOf(word), `Slack answered ${word}`, { cause: error });
  const wait = limited.safeParse(error);
  if (wait.success) {
    const retryAfter = boundedWait(wait.data.retryAfter * SECOND);
    return new DeliveryError('retry', 'Slack answered 429: rate limited', { cause: error, retryAfter });
  }
  const status = http.safeParse(error).data?.statusCode;
  if (status === undefined) return noAnswer('Slack', error);
  const outcome = status >= 500 || status === 408 ? 'retry' : 'failed';
  return new DeliveryError(outcome, `Slack answered ${status}`, { cause: error });
};

const outcomeOf = (word: string): DeliveryError['outcome'] => {
  if (BARRED.has(word)) return 'barred';
  if (UNREACHABLE.has(word)) return 'unreachable';
  return RETRYABLE.has(word) ? 'retry' : 'failed';
};
