import { SEAL_PLACES, type JobMeta, type SealedAssignment, type SealedPage } from '@openrounds/contracts';
import { type Sealer } from '@openrounds/platform';
import { type Paged } from '../use-cases/list-cases';

/** What is told of assignments and attempts, sealed for the request that asked: it holds what people wrote. */
export const sealAssignment = (
  told: unknown,
  { tenantId, requestId }: JobMeta,
  sealer: Sealer,
): SealedAssignment => ({ sealed: sealer.seal(told, SEAL_PLACES.shownAssignments(tenantId, requestId)) });

export const sealAssignmentPage = (
  { items, more }: Paged<unknown>,
  meta: JobMeta,
  sealer: Sealer,
): SealedPage => ({ ...sealAssignment(items, meta, sealer), more });
