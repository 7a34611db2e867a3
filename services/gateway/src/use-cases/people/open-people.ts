import { SEAL_PLACES, type JobMeta, type Sealed } from '@openrounds/contracts';
import { type Sealer } from '@openrounds/platform';
import { type z } from 'zod';

/** Opens what teaching tells of classes and learners, for the request that asked. */
export const openPeople = <T extends z.ZodType>(
  sealer: Sealer,
  sealed: Sealed,
  { tenantId, requestId }: JobMeta,
  schema: T,
): z.output<T> => sealer.open(sealed, SEAL_PLACES.shownPeople(tenantId, requestId), schema);
