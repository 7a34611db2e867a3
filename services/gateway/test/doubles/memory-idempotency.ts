import { type Claimed, type IdempotencyClaim, type IdempotencyStore } from '../../src/ports/idempotency';

interface Kept {
  readonly claim: IdempotencyClaim;
  readonly at: Date;
}

const nameOf = ({ principal, key }: IdempotencyClaim): string =>
  JSON.stringify([principal.tenantId, principal.subject, key]);

/** Idempotency keys in memory: passes the suite that those in Postgres pass. */
export class MemoryIdempotency implements IdempotencyStore {
  private readonly keys = new Map<string, Kept>();

  get kept(): readonly IdempotencyClaim[] {
    return [...this.keys.values()].map(({ claim }) => claim);
  }

  claim(claim: IdempotencyClaim, at: Date): Promise<Claimed> {
    return Promise.resolve(this.take(claim, at));
  }

  /** As {@link claim}, in the same step as something else. */
  take(claim: IdempotencyClaim, at: Date): Claimed {
    const known = this.look(claim);
    if (known === undefined) this.keys.set(nameOf(claim), { claim, at });
    return known ?? { kind: 'fresh' };
  }

  /** What a key stands for already; undefined where it is free. */
  look(claim: IdempotencyClaim): Claimed | undefined {
    const known = this.keys.get(nameOf(claim))?.claim;
    if (known === undefined) return undefined;
    const { operation, bodyHash, resourceId } = known;
    return { kind: 'known', operation, bodyHash, resourceId };
  }

  /** Removes the keys that stand for resources of a tenant, as an erasure does. */
  release(tenantId: string, resourceIds: readonly string[]): void {
    for (const [name, { claim }] of this.keys)
      if (claim.principal.tenantId === tenantId && resourceIds.includes(claim.resourceId))
        this.keys.delete(name);
  }

  forget(before: Date): Promise<number> {
    const old = [...this.keys].filter(([, { at }]) => at < before);
    for (const [name] of old) this.keys.delete(name);
    return Promise.resolve(old.length);
  }

  forgetOf(tenantId: string, subject: string): Promise<void> {
    for (const [name, { claim }] of this.keys)
      if (claim.principal.tenantId === tenantId && claim.principal.subject === subject)
        this.keys.delete(name);
    return Promise.resolve();
  }
}
