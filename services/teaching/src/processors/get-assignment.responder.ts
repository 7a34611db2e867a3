import { type OfAssignmentPayload, type SealedAssignment } from '@openrounds/contracts';
import { Sealer } from '@openrounds/platform';
import { Handles } from '@openrounds/run-flow';
import { ShowAssignment } from '../use-cases/show-assignment';
import { sealAssignment } from './seal-assignment';

/** Tells an assignment. */
@Handles('teaching-interactive', 'get-assignment.v1')
export class GetAssignmentResponder {
  constructor(
    private readonly showAssignment: ShowAssignment,
    private readonly sealer: Sealer,
  ) {}

  async answer({ meta, by, assignmentId }: OfAssignmentPayload): Promise<SealedAssignment> {
    const told = await this.showAssignment.execute({ tenantId: meta.tenantId, assignmentId }, by);
    return sealAssignment(told, meta, this.sealer);
  }
}
