import { DomainError, type CaseBody, type Versions } from '@openrounds/contracts';
import { type CaseLibraries } from '../ports/case-library';
import { type CaseStore } from '../ports/case-store';
import { found } from './found';
import { BUILT_IN_VERSION } from './open-case';

export interface PublishedCase {
  readonly version: number;
  readonly body: CaseBody;
}

/**
 * The case that a class is to be given, in its published version.
 *
 * @throws DomainError `not-found`, `case-erased`, `case-not-published`
 * @throws BundleError when the knowledge version is not there
 */
export async function publishedCase(
  stores: { readonly cases: Pick<CaseStore, 'find' | 'readBody'>; readonly libraries: CaseLibraries },
  wanted: {
    readonly tenantId: string;
    readonly caseId: string;
    readonly caseVersion?: number | undefined;
    readonly versions: Versions;
  },
): Promise<PublishedCase> {
  const { tenantId, caseId, caseVersion, versions } = wanted;
  const builtIn = (await stores.libraries.of(versions.knowledge)).builtIn.get(caseId);
  const stored = builtIn === undefined ? found(await stores.cases.find(tenantId, caseId)) : undefined;
  const published = stored === undefined ? BUILT_IN_VERSION : stored.publishedVersion;
  if (published === null || (caseVersion ?? published) !== published)
    throw new DomainError('case-not-published');
  const body = builtIn?.body ?? (await stores.cases.readBody(tenantId, caseId, published));
  if (body === undefined) throw new DomainError('not-found', 'There is no such case');
  return { version: published, body };
}
