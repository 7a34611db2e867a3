import { Inject, Injectable } from '@nestjs/common';
import { DomainError, type Asker, type Versions } from '@openrounds/contracts';
import { CLOCK, type Clock } from '@openrounds/platform';
import { checkCase } from '../model/check-case';
import { publish, retire, review, submit } from '../model/decide';
import { CASE_LIBRARIES, type CaseLibraries } from '../ports/case-library';
import { CASE_STORE, type CaseChange, type CaseStore, type StoredCase } from '../ports/case-store';
import { found } from './found';

/** Whether a second person must agree before a case is published. */
export const NEEDS_REVIEW = Symbol('NeedsReview');

export type CaseAct =
  | { readonly kind: 'submit' | 'publish' | 'retire' }
  | { readonly kind: 'review'; readonly verdict: 'agree' | 'change'; readonly comment: string | null };

export interface ActWanted {
  readonly tenantId: string;
  readonly by: Asker;
  readonly caseId: string;
  readonly version: number;
  readonly versions: Versions;
  readonly act: CaseAct;
}

/** Moves a case from draft over review to the library, and out of it. */
@Injectable()
export class ActOnCase {
  constructor(
    @Inject(CASE_STORE) private readonly cases: Pick<CaseStore, 'change' | 'readBody'>,
    @Inject(CASE_LIBRARIES) private readonly libraries: CaseLibraries,
    @Inject(NEEDS_REVIEW) private readonly needsReview: boolean,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `not-found`, `case-erased`, `built-in-case`, `forbidden`, `stale-version`, `review-own-case`,
   *   `case-not-submitted`, `case-not-publishable`, `needs-review`
   * @throws BundleError when the knowledge version is not there
   */
  async execute(wanted: ActWanted): Promise<void> {
    const { tenantId, caseId, version } = wanted;
    const { builtIn, vocabulary } = await this.libraries.of(wanted.versions.knowledge);
    if (builtIn.has(caseId)) throw new DomainError('built-in-case');
    const body =
      wanted.act.kind === 'publish' ? await this.cases.readBody(tenantId, caseId, version) : undefined;
    const checks = body === undefined ? [] : checkCase(body, vocabulary);
    found(await this.cases.change(tenantId, caseId, (stored) => this.decide(stored, wanted, checks)));
  }

  private decide(
    stored: StoredCase,
    { by, version, act }: ActWanted,
    checks: ReturnType<typeof checkCase>,
  ): CaseChange | null {
    switch (act.kind) {
      case 'submit':
        return submit(stored, version, by);
      case 'review': {
        const { verdict, comment } = act;
        return review(stored, { version, reviewer: by.subject, verdict, comment, at: this.clock.now() });
      }
      case 'publish':
        return publish(stored, version, checks, this.needsReview);
      case 'retire':
        return retire(stored, version);
    }
  }
}
