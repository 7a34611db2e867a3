import { type Principal } from '@openrounds/contracts';

/** A principal's idempotency key for one operation, with the hash of the body it came with. */
export interface IdempotencyClaim {
  readonly principal: Principal;
  readonly key: string;
  readonly operation: string;
  readonly bodyHash: string;
  readonly resourceId: string;
}

/** `fresh`: the claim is ours. `known`: the key stood already, for this resource and body. */
export type Claimed =
  | { readonly kind: 'fresh' }
  | {
      readonly kind: 'known';
      readonly resourceId: string;
      readonly bodyHash: string;
      readonly operation: string;
    };

/** Idempotency keys of operations that are not one transaction of the gateway's: kept for 24 hours. */
export interface IdempotencyStore {
  claim(claim: IdempotencyClaim, at: Date): Promise<Claimed>;
  forget(before: Date): Promise<number>;
  /** Forgets all keys of somebody. */
  forgetOf(tenantId: string, subject: string): Promise<void>;
}
export const IDEMPOTENCY_STORE = Symbol('IdempotencyStore');
