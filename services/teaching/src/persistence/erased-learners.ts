import { type Sealer } from '@openrounds/platform';
import { In, type EntityManager } from 'typeorm';
import { ErasedLearnerEntity } from './entities/erased-learner.entity';

const PURPOSE = 'openrounds:erased-learner:v1';

/** What a learner who was erased is remembered by, account or id, first by the current key-encryption key. */
const hashesOf = (sealer: Sealer, tenantId: string, subject: string): [string, ...string[]] => {
  const [current, ...retired] = sealer.derive(PURPOSE, [tenantId, subject]);
  return [current.toString('hex'), ...retired.map((each) => each.toString('hex'))];
};

const rowsOf = (sealer: Sealer, tenantId: string, subject: string) => ({
  tenantId,
  hash: In(hashesOf(sealer, tenantId, subject)),
});

export async function rememberErasedAccount(
  manager: EntityManager,
  sealer: Sealer,
  erased: { readonly tenantId: string; readonly subject: string; readonly at: Date },
): Promise<void> {
  const { tenantId, subject, at } = erased;
  const [hash] = hashesOf(sealer, tenantId, subject);
  await manager.save(ErasedLearnerEntity, { tenantId, hash, erasedAt: at });
}

export const wasAccountErased = (
  manager: EntityManager,
  sealer: Sealer,
  tenantId: string,
  subject: string,
): Promise<boolean> => manager.existsBy(ErasedLearnerEntity, rowsOf(sealer, tenantId, subject));

/** Of an account that begins anew. */
export async function forgetErasedAccount(
  manager: EntityManager,
  sealer: Sealer,
  tenantId: string,
  subject: string,
): Promise<void> {
  await manager.delete(ErasedLearnerEntity, rowsOf(sealer, tenantId, subject));
}
