import { type TryOutcome } from './grade-progress';

/** What was tried at a platform did not succeed. */
export class TryFailed extends Error {
  override readonly name = 'TryFailed';

  constructor(readonly outcome: Exclude<TryOutcome, { kind: 'delivered' }>) {
    super(`${outcome.kind}: ${outcome.cause}`);
  }
}
