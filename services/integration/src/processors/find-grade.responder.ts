import { type OfGradePayload, type Grade } from '@openrounds/contracts';
import { Handles } from '@openrounds/run-flow';
import { ManageGrades } from '../use-cases/manage-grades';

/** Where one score stands. */
@Handles('integration-interactive', 'find-grade.v1')
export class FindGradeResponder {
  constructor(private readonly grades: ManageGrades) {}

  answer(payload: OfGradePayload): Promise<Grade> {
    return this.grades.find(payload);
  }
}
