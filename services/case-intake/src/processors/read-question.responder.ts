import { type ReadQuestionPayload, type ReadQuestionResult } from '@openrounds/contracts';
import { answerWithKnowledge, Handles } from '@openrounds/run-flow';
import { ReadQuestion } from '../use-cases/read-question';

/** Reads a question for the guideline search. */
@Handles('case-intake-interactive', 'read-question.v1')
export class ReadQuestionResponder {
  constructor(private readonly read: ReadQuestion) {}

  answer({ knowledge, question }: ReadQuestionPayload): Promise<ReadQuestionResult> {
    return answerWithKnowledge(() => this.read.execute(knowledge, question));
  }
}
