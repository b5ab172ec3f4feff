import type { Fault } from '../../bot/messages/fault.ts';
import { DeliveryError } from '../../outbox/delivery-error.ts';
import { boundedWait, noAnswer, reasonOf } from '../chat/failed-call.ts';
import { CallFailed } from './connector.ts';

/** Long enough for a conversation that Teams could not find for a moment to come back. */
const NOT_FOUND_RETRY_MS = 5_000;

/**
 * Teams' words for a refusal, by what they are about. Teams puts them into `error.code`, or into a `subCode` inside the
 * message, so they are looked for in both.
 */
const TEAMS_WORDS = {
  /** The app, its registration or the tenant's policy. */
  barred: [
    'BotDisabledByAdmin',
    'BotNotRegistered',
    'BotIsDisabled',
    'BotDisabled',
    'AppDisabled',
    'AppBlocked',
    'InvalidBotApiHost',
    'InvalidBotId',
    'Unauthorized',
    'Authorization has been denied',
    'AuthorizationFailed',
    'TenantNotFound',
    'TenantDisabled',
    'TenantIdMismatch',
  ],
  /** The person removed or blocked Sammen, or is gone. */
  unreachable: [
    'MessageWritesBlocked',
    'BotNotInConversationRoster',
    'ConversationBlockedByUser',
    'UserBlocked',
    'ForbiddenOperationException',
    'UserNotFound',
    'UserNotInRoster',
    'MemberNotFound',
    'NotInRoster',
  ],
  /** The chat was opened by another registration of this bot, so we cannot use it. */
  gone: ['Failed to decrypt'],
  /** Teams never accepts this message. */
  failed: ['BadSyntax', 'BadArgument', 'Bad Argument', 'MessageSizeTooBig', 'RequestEntityTooLarge'],
} as const satisfies Partial<Record<Fault, readonly string[]>>;

const BY_WORD = Object.entries(TEAMS_WORDS).flatMap(([fault, words]) =>
  words.map((word) => ({ word: word.toLowerCase(), fault: fault as keyof typeof TEAMS_WORDS })),
);

const PASSING: ReadonlySet<number> = new Set([408, 412, 425, 429]);

/** What a refusal says about the message: retry it, or where the fault lies. @param said Teams' code and message */
const teamsFault = (status: number, said: string): Fault => {
  // The credentials were refused, whatever the message says.
  if (status === 401) return 'barred';
  if (status >= 500 || PASSING.has(status)) return 'retry';
  if (status === 413) return 'failed';
  const words = said.toLowerCase();
  const known = BY_WORD.find(({ word }) => words.includes(word));
  if (known !== undefined) return known.fault;
  // In about one case in a hundred a 404 is temporary, so a single one proves nothing.
  if (status === 404) return 'doubtful';
  return status === 410 ? 'gone' : 'unknown';
};

/** The same for a call that failed in a turn. Any other error is returned unchanged. */
export const turnFault = (error: unknown): unknown => (error instanceof CallFailed ? deliveryFault(error) : error);

/** Classifies a failed call to Teams for delivery. */
export const deliveryFault = (error: unknown): DeliveryError => {
  if (error instanceof DeliveryError) return error;
  if (!(error instanceof CallFailed) || error.status === null) return noAnswer('Teams', error);
  const { status, retryAfter } = error;
  const outcome = teamsFault(status, error.message);
  // Always the same words, so that a second 404 is recognised.
  if (outcome === 'doubtful')
    return new DeliveryError(outcome, 'Teams answered 404 to it', { cause: error, retryAfter: NOT_FOUND_RETRY_MS });
  const wait = retryAfter === null ? {} : { retryAfter: boundedWait(retryAfter) };
  return new DeliveryError(outcome, `Teams answered ${status}: ${reasonOf(error)}`, { cause: error, ...wait });
};
