/**
 * Why a message was not sent:
 * - `retry`: a passing fault of the platform. The message may have arrived.
 * - `doubtful`: the chat seems to be gone; the same answer twice makes it `gone`.
 * - `gone`: the chat is gone, so a new one may be opened.
 * - `barred`: the platform shuts the app out, whoever the recipient is; nothing is sent there until that is mended.
 * - `unreachable`: the person is gone, blocked Sammen or removed it.
 * - `failed`: the platform will never accept this message.
 * - `unknown`: a refusal that we do not know, so it is not final.
 * - `broken`: our own fault: the message could not be composed.
 */
export const FAULTS = ['retry', 'doubtful', 'gone', 'barred', 'unreachable', 'failed', 'unknown', 'broken'] as const;
export type Fault = (typeof FAULTS)[number];
