import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '@openrounds/contracts';
import { CLOCK, type Clock } from '@openrounds/platform';
import { requireNewest, requireOwner } from '../model/decide';
import { newVersion } from '../model/new-version';
import { CASE_LIBRARIES, type CaseLibraries } from '../ports/case-library';
import { CASE_STORE, type CaseStore } from '../ports/case-store';
import { type CaseGiven } from './create-case';
import { found } from './found';

export interface VersionGiven extends CaseGiven {
  /** The version that was changed; only the newest can be. */
  readonly version: number;
  /** The same for every try of one request. */
  readonly changeId: string;
}

/** Makes the next version of a teacher's own case, beside the one that is published. */
@Injectable()
export class ChangeCase {
  constructor(
    @Inject(CASE_STORE) private readonly cases: Pick<CaseStore, 'change'>,
    @Inject(CASE_LIBRARIES) private readonly libraries: CaseLibraries,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @returns the number of the version; asked twice by one request, that of the first
   * @throws DomainError `not-found`, `case-erased`, `forbidden`, `stale-version`, `built-in-case`
   * @throws BundleError when the knowledge version is not there
   */
  async execute({ meta, by, caseId, versions, given, version, changeId }: VersionGiven): Promise<number> {
    const { vocabulary, builtIn } = await this.libraries.of(versions.knowledge);
    if (builtIn.has(caseId)) throw new DomainError('built-in-case');
    const next = newVersion(
      {
        ...given,
        meta,
        versions,
        version: version + 1,
        madeBy: by.subject,
        madeAt: this.clock.now(),
        changeId,
      },
      vocabulary,
    );
    const changed = await this.cases.change(meta.tenantId, caseId, (stored) => {
      requireOwner(stored, by);
      const following = stored.versions.find((each) => each.version === next.version);
      if (following?.changeId === changeId) return null;
      requireNewest(stored, version);
      return { version: next, state: 'draft' };
    });
    found(changed);
    return next.version;
  }
}
