import { type OutcomeTable, type OutcomeTablePayload } from '@openrounds/contracts';
import { answerWithKnowledge, Handles } from '@openrounds/run-flow';
import { TabulateOutcomes } from '../use-cases/tabulate-outcomes';

/** Tells how the results of tests depend on the disease. */
@Handles('ddx-ranking-interactive', 'outcome-table.v1')
export class OutcomeTableResponder {
  constructor(private readonly tabulate: TabulateOutcomes) {}

  answer(payload: OutcomeTablePayload): Promise<OutcomeTable> {
    return answerWithKnowledge(() => this.tabulate.execute(payload));
  }
}
