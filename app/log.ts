import pino, { type Logger } from 'pino';
import type { Config } from './config.ts';

/** Lines of JSON on standard error. Nothing a person wrote is ever logged, and nothing secret. */
export const createLog = ({ logLevel }: Pick<Config, 'logLevel'>): Logger =>
  pino({ level: logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2));
