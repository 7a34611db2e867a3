import { Inject, Injectable } from '@nestjs/common';
import {
  DomainError,
  type Asker,
  type GivenTeachingCase,
  type JobMeta,
  type Versions,
} from '@openrounds/contracts';
import { CLOCK, type Clock } from '@openrounds/platform';
import { newVersion } from '../model/new-version';
import { CASE_LIBRARIES, type CaseLibraries } from '../ports/case-library';
import { CASE_STORE, type CaseStore } from '../ports/case-store';

export interface CaseGiven {
  readonly meta: JobMeta;
  readonly by: Asker;
  readonly caseId: string;
  readonly versions: Versions;
  readonly given: GivenTeachingCase;
}

/** Stores a teacher's case as a draft and asks what the engine would say. Asked twice for one id, it does so once. */
@Injectable()
export class CreateCase {
  constructor(
    @Inject(CASE_STORE) private readonly cases: Pick<CaseStore, 'add'>,
    @Inject(CASE_LIBRARIES) private readonly libraries: CaseLibraries,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `case-erased`
   * @throws BundleError when the knowledge version is not there
   */
  async execute({ meta, by, caseId, versions, given }: CaseGiven): Promise<void> {
    const { vocabulary } = await this.libraries.of(versions.knowledge);
    const first = {
      ...given,
      meta,
      versions,
      version: 1,
      madeBy: by.subject,
      madeAt: this.clock.now(),
      changeId: null,
    };
    const version = newVersion(first, vocabulary);
    const stored = await this.cases.add({ tenantId: meta.tenantId, caseId, owner: by.subject, version });
    if (stored === 'erased') throw new DomainError('case-erased');
  }
}
