import { type ListGradesPayload, type Grades } from '@openrounds/contracts';
import { Handles } from '@openrounds/run-flow';
import { ManageGrades } from '../use-cases/manage-grades';

/** Where the scores of an assignment stand. */
@Handles('integration-interactive', 'list-grades.v1')
export class ListGradesResponder {
  constructor(private readonly grades: ManageGrades) {}

  answer(payload: ListGradesPayload): Promise<Grades> {
    return this.grades.list(payload);
  }
}
