import pino, { type DestinationStream, type Logger } from 'pino';
import type { Config } from './config.ts';

/** Logs lines of JSON, to standard error unless told otherwise. Never log what a person wrote, or a secret. */
export const createLog = (
  { logLevel }: Pick<Config, 'logLevel'>,
  destination: DestinationStream = pino.destination(2),
): Logger => pino({ level: logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
