import { type CodedComparison, type CompareDiseasesPayload } from '@openrounds/contracts';
import { answerWithKnowledge, Handles } from '@openrounds/run-flow';
import { ViewRun } from '../use-cases/view-run';

/** Tells what speaks for one of two diseases and against the other in a ranked run. */
@Handles('ddx-ranking-interactive', 'compare-diseases.v1')
export class CompareDiseasesResponder {
  constructor(private readonly view: ViewRun) {}

  answer({ meta, runId, diseaseIds: [a = '', b = ''] }: CompareDiseasesPayload): Promise<CodedComparison> {
    return answerWithKnowledge(() => this.view.compare(meta.tenantId, runId, [a, b]));
  }
}
