import assert from 'node:assert/strict';
import { ErrorCode } from '@slack/web-api';
import { deliveryFault } from '../../adapters/slack/delivery-fault.ts';
import type { Fault } from '../../bot/messages/fault.ts';

const answers = (error: string) => Object.assign(new Error(error), { code: ErrorCode.PlatformError, data: { error } });
const status = (statusCode: number) => Object.assign(new Error('http'), { code: ErrorCode.HTTPError, statusCode });

/** Slack's own list of error codes for chat.postMessage, chat.update and conversations.open, and what they mean for us. */
const WORDS: Record<string, Fault> = {
  invalid_auth: 'barred',
  not_authed: 'barred',
  token_revoked: 'barred',
  token_expired: 'barred',
  account_inactive: 'barred',
  missing_scope: 'barred',
  no_permission: 'barred',
  not_allowed_token_type: 'barred',
  org_login_required: 'barred',
  two_factor_setup_required: 'barred',
  enterprise_is_restricted: 'barred',
  ekm_access_denied: 'barred',
  team_access_not_granted: 'barred',
  team_not_found: 'barred',
  access_denied: 'barred',
  deprecated_endpoint: 'barred',
  method_deprecated: 'barred',
  messages_tab_disabled: 'barred',
  user_not_found: 'unreachable',
  users_not_found: 'unreachable',
  user_not_visible: 'unreachable',
  user_disabled: 'unreachable',
  cannot_dm_bot: 'unreachable',
  channel_not_found: 'gone',
  is_archived: 'gone',
  not_in_channel: 'gone',
  message_not_found: 'gone',
  cant_update_message: 'gone',
  edit_window_closed: 'gone',
  ratelimited: 'retry',
  rate_limited: 'retry',
  message_limit_exceeded: 'retry',
  internal_error: 'retry',
  fatal_error: 'retry',
  service_unavailable: 'retry',
  request_timeout: 'retry',
  team_added_to_org: 'retry',
  accesslimited: 'retry',
  is_inactive: 'retry',
  external_channel_migrating: 'retry',
  msg_too_long: 'failed',
  msg_blocks_too_long: 'failed',
  no_text: 'failed',
  invalid_blocks: 'failed',
  too_many_attachments: 'failed',
  invalid_arguments: 'failed',
  metadata_too_large: 'failed',
  restricted_action: 'unknown',
  as_user_not_supported: 'unknown',
  something_new: 'unknown',
};

describe('what an answer of Slack means for a message', () => {
  for (const [word, fault] of Object.entries(WORDS))
    it(`${fault}: ${word}`, () => {
      const { outcome, message } = deliveryFault(answers(word));
      assert.deepEqual([outcome, message], [fault, `Slack answered ${word}`]);
    });

  const rows: [code: number, fault: Fault][] = [
    [401, 'barred'],
    [403, 'barred'],
    [408, 'retry'],
    [429, 'retry'],
    [500, 'retry'],
    [502, 'retry'],
    [503, 'retry'],
    [504, 'retry'],
    [204, 'unknown'],
    [404, 'unknown'],
    [418, 'unknown'],
  ];
  for (const [code, fault] of rows)
    it(`${fault}: HTTP ${code}`, () => assert.equal(deliveryFault(status(code)).outcome, fault));

  it('retry: no answer at all', () => assert.equal(deliveryFault(new Error('ECONNRESET')).outcome, 'retry'));
});
