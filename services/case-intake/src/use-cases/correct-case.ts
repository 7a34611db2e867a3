import { Inject, Injectable } from '@nestjs/common';
import { mergeCorrections, type ClinicalIssue, type StandingCorrection } from '@openrounds/clinical-language';
import { DomainError, type Correction, type CorrectionInput } from '@openrounds/contracts';
import { CLOCK, type Clock } from '@openrounds/platform';
import { CASE_STORE, type CaseStore, type CaseVersion } from '../ports/case-store';
import { VOCABULARIES, type Vocabularies } from '../ports/vocabularies';
import { understandCase } from './understand-case';

export interface CaseCorrection {
  readonly tenantId: string;
  readonly caseId: string;
  /** The version that was corrected; only the newest can be. */
  readonly version: number;
  /** The same for every try of one request. */
  readonly changeId: string;
  readonly knowledge: string;
  readonly corrections: readonly CorrectionInput[];
}

/** Makes the next version of a case out of a teacher's corrections. Asked twice by one request, it returns the first. */
@Injectable()
export class CorrectCase {
  constructor(
    @Inject(CASE_STORE) private readonly cases: CaseStore,
    @Inject(VOCABULARIES) private readonly vocabularies: Vocabularies,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `not-found`, `case-erased`, `stale-version`, `invalid-request` naming what cannot be applied */
  async execute(given: CaseCorrection): Promise<CaseVersion> {
    const { tenantId, caseId, version, changeId, knowledge } = given;
    const following = await this.cases.find(tenantId, caseId, version + 1);
    if (following?.changeId === changeId) return following;
    const base = await this.cases.find(tenantId, caseId, version);
    if (following !== undefined || base === undefined) return this.refuse(tenantId, caseId);
    const vocabulary = await this.vocabularies.of(knowledge);
    const { corrections, issues } = mergeCorrections(
      base.input,
      base.corrections,
      given.corrections,
      vocabulary,
    );
    if (issues.length > 0) throw invalid(issues);
    const { understood } = understandCase(base.input, base.masked, vocabulary, corrections);
    const at = this.clock.now().toISOString();
    const next: CaseVersion = {
      ...base,
      version: version + 1,
      changeId,
      understood,
      corrections: corrections.map((each) => (isKept(each) ? each : { ...each, version: version + 1, at })),
    };
    const outcome = await this.cases.addNext(next);
    if (outcome === 'erased') throw new DomainError('case-erased');
    return outcome === 'stored' ? next : this.lost(next);
  }

  /** The number was taken meanwhile: by another request, or by another try of this one. */
  private async lost({ tenantId, caseId, version, changeId }: CaseVersion): Promise<CaseVersion> {
    const winner = await this.cases.find(tenantId, caseId, version);
    return winner?.changeId === changeId ? winner : this.refuse(tenantId, caseId);
  }

  private async refuse(tenantId: string, caseId: string): Promise<never> {
    const newest = await this.cases.find(tenantId, caseId);
    if (newest === undefined) throw new DomainError('not-found', 'There is no such case');
    throw new DomainError('stale-version', `The newest version is ${String(newest.version)}`);
  }
}

/** Corrections of an earlier version come back as they are; new ones have no version yet. */
const isKept = (correction: StandingCorrection | Correction): correction is Correction =>
  'version' in correction;

const invalid = (issues: readonly ClinicalIssue[]): DomainError =>
  new DomainError(
    'invalid-request',
    `${String(issues.length)} correction(s) cannot be applied`,
    issues.map(({ pointer, code, message }) => ({ pointer, code, message })),
  );
