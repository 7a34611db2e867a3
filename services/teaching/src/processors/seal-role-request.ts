import { SEAL_PLACES, type JobMeta, type Sealed, type SealedRoleRequests } from '@openrounds/contracts';
import { type Sealer } from '@openrounds/platform';
import { type z } from 'zod';

/** What is told of requests to roles, sealed for the request that asked: it holds what people and a model wrote. */
export const sealRoleRequests = (
  told: unknown,
  { tenantId, requestId }: JobMeta,
  sealer: Sealer,
): SealedRoleRequests => ({ sealed: sealer.seal(told, SEAL_PLACES.shownRoleRequests(tenantId, requestId)) });

/** What somebody wrote for a request. */
export const openGivenRequest = <T>(
  { meta, roleRequestId, sealed }: { meta: JobMeta; roleRequestId: string; sealed: Sealed },
  sealer: Sealer,
  schema: z.ZodType<T>,
): T => sealer.open(sealed, SEAL_PLACES.givenRoleRequest(meta.tenantId, roleRequestId), schema);
