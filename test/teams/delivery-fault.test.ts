import assert from 'node:assert/strict';
import { callFailed } from '../../adapters/teams/botbuilder/call-failed.ts';
import { CallFailed } from '../../adapters/teams/connector.ts';
import { deliveryFault } from '../../adapters/teams/delivery-fault.ts';
import type { Fault } from '../../bot/messages/fault.ts';

const answered = (status: number, said: string) => deliveryFault(new CallFailed(said, status)).outcome;

/** The statuses and codes of Microsoft's "Status codes from bot conversational APIs", and what they mean for us. */
const ROWS: [fault: Fault, status: number, said: string][] = [
  ['barred', 401, 'Not authorised.'],
  ['barred', 401, ''],
  ['barred', 401, 'BotNotRegistered: No registration found for this bot.'],
  ['barred', 401, 'MessageWritesBlocked: a 401 is about the credentials, whatever it says'],
  ['barred', 403, 'BotDisabledByAdmin: The tenant admin disabled this bot'],
  ['barred', 403, 'botdisabledbyadmin'],
  ['barred', 403, 'BotNotRegistered'],
  ['barred', 403, 'ServiceError: {"subCode":"BotDisabledByAdmin","details":null}'],
  ['barred', 403, 'InvalidBotApiHost: For GCC tenants, call another host'],
  ['barred', 403, 'Authorization has been denied for this request.'],
  ['unreachable', 403, 'MessageWritesBlocked: Thread is not found'],
  ['unreachable', 403, 'ServiceError: {"subCode":"MessageWritesBlocked","details":null}'],
  ['unreachable', 403, 'BotNotInConversationRoster: The bot is not part of the conversation roster.'],
  ['unreachable', 403, 'ConversationBlockedByUser: User blocked the conversation with the bot.'],
  ['unreachable', 403, 'ForbiddenOperationException: Bot is not installed in user’s personal scope'],
  ['unreachable', 404, 'UserNotFound'],
  ['unknown', 403, 'NotEnoughPermissions'],
  ['unknown', 403, 'SomethingNew'],
  ['unknown', 403, ''],
  ['doubtful', 404, 'ConversationNotFound: Conversation not found.'],
  ['doubtful', 404, 'ActivityNotFoundInConversation'],
  ['doubtful', 404, ''],
  ['gone', 400, 'Failed to decrypt conversation id'],
  ['gone', 410, ''],
  ['failed', 400, 'BadSyntax: BadSyntax it was'],
  ['failed', 400, 'Bad Argument'],
  ['failed', 400, 'BadArgument'],
  ['failed', 413, ''],
  ['failed', 403, 'MessageSizeTooBig'],
  ['unknown', 400, 'SomethingNew'],
  ['unknown', 405, ''],
  ['unknown', 409, ''],
  ['retry', 408, ''],
  ['retry', 412, 'PreconditionFailed'],
  ['retry', 429, 'Throttled'],
  ['retry', 500, 'ServiceError'],
  ['retry', 502, 'BotDisabledByAdmin: a gateway’s word proves nothing'],
  ['retry', 503, ''],
  ['retry', 504, ''],
];

describe('what an answer of Teams means for a message', () => {
  for (const [fault, status, said] of ROWS)
    it(`${fault}: ${status} ${said}`, () => assert.equal(answered(status, said), fault));

  const token = (errorCode: string, message: string) => Object.assign(new Error(message), { errorCode });
  const rows: [fault: Fault, error: Error][] = [
    [
      'barred',
      token(
        'invalid_client',
        'invalid_client: 7000222 - [2026-11-28] AADSTS7000222: The provided client secret keys are expired.',
      ),
    ],
    ['barred', token('invalid_client', 'AADSTS7000215: Invalid client secret provided.')],
    ['barred', token('unauthorized_client', 'AADSTS700016: Application was not found in the directory.')],
    ['barred', token('invalid_request', 'AADSTS90002: Tenant not found.')],
    ['barred', new Error('AADSTS53003: Access has been blocked by Conditional Access policies.')],
    ['retry', token('server_error', 'AADSTS90033: A transient error has occurred. Please try again.')],
    ['retry', token('network_error', 'network_error: Network request failed')],
    ['retry', token('endpoints_resolution_error', 'endpoints_resolution_error: Endpoints cannot be resolved')],
    ['retry', new Error('connect ECONNREFUSED')],
    ['retry', new Error('timeout of 10000ms exceeded')],
  ];
  for (const [fault, error] of rows)
    it(`${fault}: without an answer, ${error.message}`, () =>
      assert.equal(deliveryFault(callFailed(error)).outcome, fault));
});
