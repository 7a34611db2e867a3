import { type EntityManager } from 'typeorm';
import { type Claimed, type IdempotencyClaim } from '../ports/idempotency';
import { IdempotencyEntity } from './entities/idempotency.entity';

const keyOf = ({ principal, key }: IdempotencyClaim) => ({
  tenantId: principal.tenantId,
  subject: principal.subject,
  key,
});

/** Takes a key, or tells what it stands for. A request with the same key that is under way is waited for. */
export async function claimKey(manager: EntityManager, claim: IdempotencyClaim, at: Date): Promise<Claimed> {
  const { operation, bodyHash, resourceId } = claim;
  const inserted = await manager
    .createQueryBuilder()
    .insert()
    .into(IdempotencyEntity)
    .values({ ...keyOf(claim), operation, bodyHash, resourceId, createdAt: at })
    .orIgnore()
    .returning(['key'])
    .execute();
  if (Array.isArray(inserted.raw) && inserted.raw.length > 0) return { kind: 'fresh' };
  const known = await manager.findOneByOrFail(IdempotencyEntity, keyOf(claim));
  return {
    kind: 'known',
    operation: known.operation,
    bodyHash: known.bodyHash,
    resourceId: known.resourceId,
  };
}
