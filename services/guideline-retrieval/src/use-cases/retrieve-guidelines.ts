import { Inject, Injectable } from '@nestjs/common';
import { DomainError, type GuidelinesResult, type RetrieveGuidelinesPayload } from '@openrounds/contracts';
import { CLOCK, type Clock } from '@openrounds/platform';
import { PASSAGE_LIBRARIES, type PassageHit, type PassageLibraries } from '../ports/passage-libraries';
import { RETRIEVAL_STORE, type RetrievalStore } from '../ports/retrieval-store';
import { codedPassage } from './coded-passage';

const PASSAGES_PER_RUN = 8;

/** Finds the passages that bear on the leading diseases of a run, once. Nothing found is said, not filled in. */
@Injectable()
export class RetrieveGuidelines {
  constructor(
    @Inject(RETRIEVAL_STORE) private readonly retrievals: RetrievalStore,
    @Inject(PASSAGE_LIBRARIES) private readonly libraries: Pick<PassageLibraries, 'of'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({
    meta,
    report: _reporters,
    ...wanted
  }: RetrieveGuidelinesPayload): Promise<GuidelinesResult> {
    const { tenantId, runId, caseId } = meta;
    const done = await this.retrievals.find(tenantId, runId);
    if (done !== undefined) return done.result;
    const library = await this.libraries.of(meta.versions.knowledge, tenantId);
    const result = toResult(library.search({ ...wanted, limit: PASSAGES_PER_RUN }));
    const stored = await this.retrievals.save({
      runId,
      caseId,
      tenantId,
      retrievedAt: this.clock.now(),
      result,
    });
    if (stored === 'erased') throw new DomainError('case-erased');
    return result;
  }
}

const toResult = (hits: readonly PassageHit[]): GuidelinesResult =>
  hits.length === 0 ? { passages: [], reason: 'no-evidence-found' } : { passages: hits.map(codedPassage) };
