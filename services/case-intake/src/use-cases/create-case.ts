import { Inject, Injectable } from '@nestjs/common';
import { DomainError, type CaseInput, type Masked } from '@openrounds/contracts';
import { CLOCK, type Clock } from '@openrounds/platform';
import { CASE_STORE, type CaseStore, type CaseVersion } from '../ports/case-store';
import { VOCABULARIES, type Vocabularies } from '../ports/vocabularies';
import { understandCase } from './understand-case';

export interface NewCase {
  readonly tenantId: string;
  readonly caseId: string;
  readonly knowledge: string;
  readonly input: CaseInput;
  readonly masked: readonly Masked[];
}

/** Stores a case with what was understood of it. Asked twice for the same id, it returns the first. */
@Injectable()
export class CreateCase {
  constructor(
    @Inject(CASE_STORE) private readonly cases: CaseStore,
    @Inject(VOCABULARIES) private readonly vocabularies: Vocabularies,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(given: NewCase): Promise<CaseVersion> {
    const vocabulary = await this.vocabularies.of(given.knowledge);
    const { understood } = understandCase(given.input, given.masked, vocabulary);
    const stored = await this.cases.add({
      caseId: given.caseId,
      tenantId: given.tenantId,
      version: 1,
      createdAt: this.clock.now(),
      input: given.input,
      understood,
      masked: given.masked,
      corrections: [],
      changeId: null,
    });
    const version = await this.cases.find(given.tenantId, given.caseId, 1);
    if (stored === 'erased' || version === undefined) throw new DomainError('case-erased');
    return version;
  }
}
