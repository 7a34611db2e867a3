import { Inject, Injectable } from '@nestjs/common';
import { caseTexts } from '@openrounds/clinical-language';
import {
  correctionWithoutText,
  DomainError,
  type CaseInput,
  type CodedCase,
  type Correction,
  type Masked,
} from '@openrounds/contracts';
import { CLOCK, type Clock } from '@openrounds/platform';
import { CASE_STORE, type CaseStore, type CaseVersion, type IntakeResult } from '../ports/case-store';
import { VOCABULARIES, type Vocabularies } from '../ports/vocabularies';
import { understandCase } from './understand-case';

export interface CaseOfRun {
  readonly tenantId: string;
  readonly runId: string;
  readonly caseId: string;
  readonly knowledge: string;
  /** A case that comes with its run; otherwise the stored case is taken, in `caseVersion` or its newest. */
  readonly fresh?: { readonly input: CaseInput; readonly masked: readonly Masked[] };
  readonly caseVersion?: number;
}

/** Understands the case of a run with the run's knowledge version, once: done work is found again, not repeated. */
@Injectable()
export class NormaliseCase {
  constructor(
    @Inject(CASE_STORE) private readonly cases: CaseStore,
    @Inject(VOCABULARIES) private readonly vocabularies: Vocabularies,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(given: CaseOfRun): Promise<IntakeResult> {
    const done = await this.cases.findResult(given.tenantId, given.runId);
    if (done !== undefined) return done;
    const vocabulary = await this.vocabularies.of(given.knowledge);
    const source = await this.source(given);
    const { input, masked, corrections } = source;
    const { understood, codedCase, facts } = understandCase(input, masked, vocabulary, corrections);
    const version: CaseVersion = { ...source, understood };
    const result: IntakeResult = {
      runId: given.runId,
      caseId: given.caseId,
      tenantId: given.tenantId,
      caseVersion: version.version,
      codedCase: { ...codedCase, ...codedCorrections(corrections) },
      facts,
      understood,
    };
    const outcome = await this.cases.saveResult(result, given.fresh === undefined ? undefined : version);
    if (outcome === 'erased') throw new DomainError('case-erased');
    return result;
  }

  /** Whether the case of a result tells anything in sentences: otherwise there is nothing to read once more. */
  async holdsText({ tenantId, caseId, caseVersion }: IntakeResult): Promise<boolean> {
    const version = await this.cases.find(tenantId, caseId, caseVersion);
    return version !== undefined && caseTexts(version.input).length > 0;
  }

  private async source(given: CaseOfRun): Promise<Omit<CaseVersion, 'understood'>> {
    if (given.fresh !== undefined) {
      const { caseId, tenantId } = given;
      const first = { version: 1, createdAt: this.clock.now(), corrections: [], changeId: null };
      return { caseId, tenantId, ...first, ...given.fresh };
    }
    const stored = await this.cases.find(given.tenantId, given.caseId, given.caseVersion);
    if (stored === undefined) throw new DomainError('not-found', 'This version of the case does not exist');
    return stored;
  }
}

const codedCorrections = (corrections: readonly Correction[]): Pick<CodedCase, 'corrections'> =>
  corrections.length === 0 ? {} : { corrections: corrections.map(correctionWithoutText) };
