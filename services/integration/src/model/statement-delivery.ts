import { type StatementCause, type StatementState } from '@openrounds/contracts';
import { nextTryAfter } from './next-try';
import { retryAfterMs } from './retry-after';

/** What came of sending a statement. */
export type SendOutcome =
  /** The store has it, now or from before. */
  | { readonly kind: 'stored'; readonly status: number }
  /** The store has something else under this id. */
  | { readonly kind: 'conflict'; readonly status: number }
  | { readonly kind: 'answered'; readonly status: number; readonly retryAfter: string | undefined }
  /** No answer came. @property passing whether the same request may be answered later */
  | { readonly kind: 'silent'; readonly passing: boolean }
  /** The session has no token any more. */
  | { readonly kind: 'no-token' };

/** Where a statement stands after a try. */
export interface Delivery {
  readonly state: StatementState;
  readonly cause: StatementCause | null;
  readonly status: number | null;
  readonly nextTryAt: Date | null;
}

const BUSY: ReadonlySet<number> = new Set([408, 429]);

/**
 * Where a statement stands after a try. It is tried again after 408, 429, 5xx or no answer; what else is wrong needs somebody:
 * a token that is not good any more, another launch.
 *
 * @param tries how many there were, this one included
 * @param chance from 0 to 1
 */
export function deliveryAfter(outcome: SendOutcome, tries: number, now: Date, chance: number): Delivery {
  const attention = (cause: StatementCause, status: number | null): Delivery => ({
    ...{ state: 'needs-attention', cause, status },
    nextTryAt: null,
  });
  const again = (cause: StatementCause, status: number | null, atLeastMs = 0): Delivery => {
    const nextTryAt = nextTryAfter(tries, now, chance, atLeastMs);
    if (nextTryAt === undefined) return attention('given-up', status);
    return { state: 'retrying', cause, status, nextTryAt };
  };
  switch (outcome.kind) {
    case 'stored':
      return { state: 'delivered', cause: null, status: outcome.status, nextTryAt: null };
    case 'conflict':
      return attention('conflict', outcome.status);
    case 'no-token':
      return attention('new-launch', null);
    case 'silent':
      return outcome.passing ? again('no-answer', null) : attention('address', null);
    case 'answered': {
      const { status, retryAfter } = outcome;
      if (status === 401) return attention('new-launch', status);
      const passing = BUSY.has(status) || status >= 500;
      return passing
        ? again('busy', status, retryAfterMs(retryAfter, now) ?? 0)
        : attention('refused', status);
    }
  }
}
