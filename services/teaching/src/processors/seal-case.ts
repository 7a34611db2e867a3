import {
  GivenTeachingCase,
  SEAL_PLACES,
  type CreateTeachingCasePayload,
  type SealedPage,
  type SealedTeachingCase,
  type ToldTeachingCase,
} from '@openrounds/contracts';
import { type Sealer } from '@openrounds/platform';
import { type Paged } from '../use-cases/list-cases';

/** A case as it comes from the gateway. */
export const openGiven = (
  { meta: { tenantId }, caseId, sealed }: CreateTeachingCasePayload,
  sealer: Sealer,
): GivenTeachingCase =>
  sealer.open(sealed, SEAL_PLACES.givenTeachingCase(tenantId, caseId), GivenTeachingCase);

/** A case as it leaves this service: sealed, since people wrote it. */
export const sealCase = (told: ToldTeachingCase, tenantId: string, sealer: Sealer): SealedTeachingCase => ({
  caseId: told.id,
  sealed: sealer.seal(told, SEAL_PLACES.shownTeachingCase(tenantId, told.id)),
});

/** A page of titles, sealed for the request that asked for it. */
export const sealPage = (
  { items, more }: Paged<unknown>,
  { tenantId, requestId }: { readonly tenantId: string; readonly requestId: string },
  sealer: Sealer,
): SealedPage => ({
  sealed: sealer.seal(items, SEAL_PLACES.shownTeachingCases(tenantId, requestId)),
  more,
});
