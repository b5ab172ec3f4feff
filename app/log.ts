import pino, { type Logger } from 'pino';
import type { Config } from './config.ts';

/** Logs lines of JSON to standard error. Never log what a person wrote, or a secret. */
export const createLog = ({ logLevel }: Pick<Config, 'logLevel'>): Logger =>
  pino({ level: logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2));
