/** What can be wrong with a signed note, a checkpoint or a key; a closed set, for callers to switch on. */
export type LogFormatCode =
  | 'malformed-note'
  | 'malformed-checkpoint'
  | 'malformed-key'
  | 'unknown-key'
  | 'bad-signature';

/** Thrown by everything that reads a checkpoint from outside. */
export class LogFormatError extends Error {
  override readonly name = 'LogFormatError';

  constructor(
    readonly code: LogFormatCode,
    message: string,
  ) {
    super(message);
  }
}
