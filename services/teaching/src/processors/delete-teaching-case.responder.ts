import { type DeleteTeachingCasePayload } from '@openrounds/contracts';
import { answerWithKnowledge, Handles } from '@openrounds/run-flow';
import { DeleteCase } from '../use-cases/delete-case';

/** Removes a teacher's case. */
@Handles('teaching-interactive', 'delete-teaching-case.v1')
export class DeleteTeachingCaseResponder {
  constructor(private readonly deleteCase: DeleteCase) {}

  async answer({ meta, by, caseId }: DeleteTeachingCasePayload): Promise<null> {
    await answerWithKnowledge(() => this.deleteCase.execute(meta, caseId, by));
    return null;
  }
}
