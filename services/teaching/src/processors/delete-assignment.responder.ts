import { type OfAssignmentPayload } from '@openrounds/contracts';
import { Handles } from '@openrounds/run-flow';
import { DeleteAssignment } from '../use-cases/delete-assignment';

/** Deletes an assignment. */
@Handles('teaching-interactive', 'delete-assignment.v1')
export class DeleteAssignmentResponder {
  constructor(private readonly deleteAssignment: DeleteAssignment) {}

  async answer({ meta, by, assignmentId }: OfAssignmentPayload): Promise<null> {
    await this.deleteAssignment.execute(meta, assignmentId, by);
    return null;
  }
}
