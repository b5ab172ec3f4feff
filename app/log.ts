import { hostname } from 'node:os';
import pino, { type DestinationStream, type Logger } from 'pino';
import type { Config } from './settings/config.ts';
import { VERSION } from './version.ts';

/** Logs lines of JSON, to standard error unless told otherwise. Never log what a person wrote, or a secret. */
export const createLog = (
  { logLevel }: Pick<Config, 'logLevel'>,
  destination: DestinationStream = pino.destination(2),
): Logger =>
  pino(
    {
      level: logLevel,
      base: { version: VERSION, host: hostname(), pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: onlyNamed },
    },
    destination,
  );

/** What says which error it is, and where. SDKs hang more on theirs: the request, with its token and what people wrote. */
const onlyNamed = (error: Error): object => {
  const { type, message, stack, code } = pino.stdSerializers.err(error);
  return { type, message, stack, ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}) };
};

/** Where the log goes: as lines that are easy to read on a terminal, as JSON anywhere else. */
export const logDestination = async ({ isTTY }: { isTTY: boolean }): Promise<DestinationStream | undefined> => {
  if (!isTTY) return undefined;
  const { default: pretty } = await import('pino-pretty');
  return pretty({
    destination: 2,
    sync: true,
    singleLine: true,
    colorize: process.env.NO_COLOR === undefined,
    ignore: 'version,host,pid',
    translateTime: 'SYS:HH:MM:ss',
  });
};
