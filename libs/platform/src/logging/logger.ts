import pino, { type DestinationStream, type Logger } from 'pino';
import { currentContext } from '../context/request-context';

/** Paths that could hold a secret or a narrative: blanked even if someone logs a whole object by mistake. */
const REDACTED = [
  'req.headers.authorization',
  'req.headers.cookie',
  'req.headers["x-csrf-token"]',
  'narrative',
  '*.narrative',
  '*.*.narrative',
  'body',
  '*.body',
  'payload',
  '*.payload',
  'quote',
  '*.quote',
  'parameters',
  '*.parameters',
];

/** JSON lines with service, request id, trace and run; secrets and narratives blanked. */
export function createLogger(service: string, level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: { service },
    redact: { paths: REDACTED, censor: '[redacted]' },
    timestamp: pino.stdTimeFunctions.isoTime,
    mixin: () => ({ ...currentContext() }),
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

export type { Logger };
