import { type SealedCase, SEAL_PLACES } from '@openrounds/contracts';
import { type Sealer } from '@openrounds/platform';
import { type CaseVersion } from '../ports/case-store';
import { toCase } from '../use-cases/to-case';

/** A version of a case as it leaves this service: sealed, since it holds narrative. */
export const sealCase = (version: CaseVersion, sealer: Sealer): SealedCase => ({
  caseId: version.caseId,
  version: version.version,
  sealed: sealer.seal(
    toCase(version),
    SEAL_PLACES.shownCase(version.tenantId, version.caseId, version.version),
  ),
});
