import { type CodedStages, type ViewRunPayload } from '@openrounds/contracts';
import { answerWithKnowledge, Handles } from '@openrounds/run-flow';
import { ViewRun } from '../use-cases/view-run';

/** Tells how the list of a run changed from stage to stage. */
@Handles('ddx-ranking-interactive', 'stages.v1')
export class StagesResponder {
  constructor(private readonly view: ViewRun) {}

  answer({ meta, runId }: ViewRunPayload): Promise<CodedStages> {
    return answerWithKnowledge(() => this.view.stages(meta.tenantId, runId));
  }
}
