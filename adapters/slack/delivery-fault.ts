import { ErrorCode } from '@slack/web-api';
import { z } from 'zod';
import type { Fault } from '../../bot/messages/fault.ts';
import { SECOND } from '../../bot/time/units.ts';
import { DeliveryError } from '../../outbox/delivery-error.ts';
import { boundedWait, noAnswer } from '../chat/failed-call.ts';

const platform = z.object({ code: z.literal(ErrorCode.PlatformError), data: z.object({ error: z.string() }) });
const limited = z.object({ code: z.literal(ErrorCode.RateLimitedError), retryAfter: z.number() });
const http = z.object({ code: z.literal(ErrorCode.HTTPError), statusCode: z.number() });

/** Slack's error code, such as `channel_not_found`; null when there is none. */
export const slackWordOf = (error: unknown): string | null => platform.safeParse(error).data?.data.error ?? null;

/** Slack's error codes, by what they are about. */
const SLACK_WORDS = {
  /** The token, the app's installation, or a policy of the workspace or organisation. */
  barred: [
    'invalid_auth',
    'not_authed',
    'token_revoked',
    'token_expired',
    'account_inactive',
    'missing_scope',
    'no_permission',
    'not_allowed_token_type',
    'org_login_required',
    'two_factor_setup_required',
    'enterprise_is_restricted',
    'ekm_access_denied',
    'team_access_not_granted',
    'team_not_found',
    'team_disabled',
    'access_denied',
    'app_not_installed',
    'app_uninstalled',
    'invalid_app_id',
    'missing_authorization',
    'bot_disabled',
    'deprecated_endpoint',
    'method_deprecated',
    'messages_tab_disabled',
    'feature_not_enabled',
    'paid_teams_only',
  ],
  /** The person: gone, switched off, or nobody an app may write to. */
  unreachable: [
    'user_not_found',
    'users_not_found',
    'user_not_visible',
    'user_disabled',
    'user_deleted',
    'user_is_restricted',
    'user_is_ultra_restricted',
    'cannot_dm_bot',
    'cannot_dm_user',
    'not_reachable',
  ],
  /** The chat or the message: a new chat may be opened, and a message that is gone needs no update. */
  gone: [
    'channel_not_found',
    'is_archived',
    'not_in_channel',
    'user_not_in_channel',
    'method_not_supported_for_channel_type',
    'channel_type_not_supported',
    'message_not_found',
    'cant_update_message',
    'edit_window_closed',
  ],
  /** A temporary problem on Slack's side. */
  retry: [
    'ratelimited',
    'rate_limited',
    'message_limit_exceeded',
    'internal_error',
    'fatal_error',
    'service_unavailable',
    'request_timeout',
    'timeout',
    'team_added_to_org',
    'accesslimited',
    'is_inactive',
    'external_channel_migrating',
    'migration_in_progress',
  ],
  /** Slack never accepts this message. */
  failed: [
    'msg_too_long',
    'msg_blocks_too_long',
    'no_text',
    'invalid_blocks',
    'invalid_blocks_format',
    'invalid_attachments',
    'too_many_attachments',
    'attachment_payload_limit_exceeded',
    'invalid_arguments',
    'invalid_arg_name',
    'invalid_array_arg',
    'invalid_charset',
    'invalid_form_data',
    'invalid_post_type',
    'missing_post_type',
    'invalid_json',
    'json_not_object',
    'markdown_text_conflict',
    'metadata_too_large',
    'invalid_metadata_format',
    'invalid_metadata_schema',
  ],
} as const satisfies Partial<Record<Fault, readonly string[]>>;

const BY_WORD: ReadonlyMap<string, Fault> = new Map(
  Object.entries(SLACK_WORDS).flatMap(([fault, words]) => words.map((word) => [word, fault as Fault] as const)),
);

/** What an error code says about the message. A code that we do not know is not final. */
const slackFault = (word: string): Fault => BY_WORD.get(word) ?? 'unknown';

/** Classifies a failed call to Slack for delivery. */
export const deliveryFault = (error: unknown): DeliveryError => {
  if (error instanceof DeliveryError) return error;
  const word = slackWordOf(error);
  if (word !== null) return new DeliveryError(slackFault(word), `Slack answered ${word}`, { cause: error });
  const wait = limited.safeParse(error);
  if (wait.success) {
    const retryAfter = boundedWait(wait.data.retryAfter * SECOND);
    return new DeliveryError('retry', 'Slack answered 429: rate limited', { cause: error, retryAfter });
  }
  const status = http.safeParse(error).data?.statusCode;
  if (status === undefined) return noAnswer('Slack', error);
  return new DeliveryError(httpFault(status), `Slack answered ${status}`, { cause: error });
};

/** Slack's API says `ok: false` with 200; other statuses come from what stands before it. */
const httpFault = (status: number): Fault => {
  if (status === 401 || status === 403) return 'barred';
  return status >= 500 || status === 408 || status === 429 ? 'retry' : 'unknown';
};
