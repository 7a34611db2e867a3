import { SEAL_PLACES, type SealedLaunchAnswer, type SealedLaunchPayload } from '@openrounds/contracts';
import { type Sealer } from '@openrounds/platform';
import { type z } from 'zod';

/** What is asked of a launch, as it was before it crossed the queue. */
export const openGiven = <T extends z.ZodType>(
  { meta: { tenantId, requestId }, sealed }: SealedLaunchPayload,
  sealer: Sealer,
  schema: T,
): z.output<T> => sealer.open(sealed, SEAL_PLACES.givenLaunch(tenantId, requestId), schema);

/** What is told of a launch, for the request that asked. */
export const sealTold = (
  told: unknown,
  { meta: { tenantId, requestId } }: SealedLaunchPayload,
  sealer: Sealer,
): SealedLaunchAnswer => ({ sealed: sealer.seal(told, SEAL_PLACES.toldLaunch(tenantId, requestId)) });
