import { type PostGradePayload } from '@openrounds/contracts';
import { Handles } from '@openrounds/run-flow';
import { SendGrades } from '../use-cases/send-grades';

/** Sends what waits for the platform of a score. */
@Handles('integration', 'post-grade.v1')
export class PostGradeProcessor {
  constructor(private readonly send: SendGrades) {}

  async handle({ gradeId }: PostGradePayload): Promise<null> {
    await this.send.execute(gradeId);
    return null;
  }
}
