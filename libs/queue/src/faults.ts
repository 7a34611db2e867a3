/** The work can never succeed (the case is poisoned, the data is gone): no further try. */
export class PermanentFault extends Error {
  override readonly name = 'PermanentFault';
}

/** Something needed is not there yet (a knowledge bundle, a free slot): come back later, not counted as a try. */
export class BusyFault extends Error {
  override readonly name = 'BusyFault';

  /** @param retryAfterMs milliseconds until the job is offered again */
  constructor(
    message: string,
    readonly retryAfterMs: number,
  ) {
    super(message);
  }
}

/** A job of a newer version than this process: a process that knows it may be offered it next time. Not counted as a try. */
export class JobUnknown extends Error {
  override readonly name = 'JobUnknown';

  constructor(
    readonly queue: string,
    readonly job: string,
  ) {
    super(`${queue} has no handler for ${job}`);
  }
}

/** A payload or result breaks its schema, or is larger than a queue carries. Names fields, never values. */
export class PayloadRejected extends Error {
  override readonly name: string = 'PayloadRejected';

  constructor(
    readonly queue: string,
    readonly job: string,
    readonly reasons: readonly string[],
  ) {
    super(`${queue}/${job}: ${reasons.join('; ')}`);
  }
}

/** A payload is larger than a queue carries: what was asked for is too much at once, not wrong. */
export class PayloadTooLarge extends PayloadRejected {
  override readonly name = 'PayloadTooLarge';
}

/** No answer came before the deadline: 503 with Retry-After at the edge. */
export class RequestTimeout extends Error {
  override readonly name = 'RequestTimeout';

  constructor(
    readonly queue: string,
    readonly job: string,
    readonly deadlineMs: number,
  ) {
    super(`${queue}/${job} did not answer within ${String(deadlineMs)} ms`);
  }
}

/** The queue did not take what was sent within its time. It may take it yet: ids make a second sending harmless. */
export class QueueUnavailable extends Error {
  override readonly name = 'QueueUnavailable';

  constructor(readonly queue: string) {
    super(`the queue ${queue} does not answer`);
  }
}

/** The processors of a service do not fit its queues: found at boot, with all names at once. */
export class ProcessorMismatch extends Error {
  override readonly name = 'ProcessorMismatch';

  constructor(readonly problems: readonly string[]) {
    super(problems.join('; '));
  }
}
