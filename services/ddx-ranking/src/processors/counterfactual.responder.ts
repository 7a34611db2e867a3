import { type CodedCounterfactual, type ViewRunPayload } from '@openrounds/contracts';
import { answerWithKnowledge, Handles } from '@openrounds/run-flow';
import { ViewRun } from '../use-cases/view-run';

/** Tells what would have to be otherwise for another disease to lead. */
@Handles('ddx-ranking-interactive', 'counterfactual.v1')
export class CounterfactualResponder {
  constructor(private readonly view: ViewRun) {}

  answer({ meta, runId }: ViewRunPayload): Promise<CodedCounterfactual> {
    return answerWithKnowledge(() => this.view.counterfactual(meta.tenantId, runId));
  }
}
