import { type ResendGradesPayload, type ResentGrades } from '@openrounds/contracts';
import { Handles } from '@openrounds/run-flow';
import { ManageGrades } from '../use-cases/manage-grades';

/** Has scores sent again. */
@Handles('integration-interactive', 'resend-grades.v1')
export class ResendGradesResponder {
  constructor(private readonly grades: ManageGrades) {}

  answer(payload: ResendGradesPayload): Promise<ResentGrades> {
    return this.grades.resend(payload);
  }
}
