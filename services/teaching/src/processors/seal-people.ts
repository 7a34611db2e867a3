import { SEAL_PLACES, type JobMeta, type SealedPage, type SealedPeople } from '@openrounds/contracts';
import { type Sealer } from '@openrounds/platform';
import { type Paged } from '../use-cases/list-cases';

/** What is told of classes and learners, sealed for the request that asked: it holds names. */
export const sealPeople = (
  told: unknown,
  { tenantId, requestId }: JobMeta,
  sealer: Sealer,
): SealedPeople => ({
  sealed: sealer.seal(told, SEAL_PLACES.shownPeople(tenantId, requestId)),
});

export const sealPeoplePage = (
  { items, more }: Paged<unknown>,
  meta: JobMeta,
  sealer: Sealer,
): SealedPage => ({
  ...sealPeople(items, meta, sealer),
  more,
});
