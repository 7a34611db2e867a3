import { type OfAssignmentPayload, type SealedAssignment } from '@openrounds/contracts';
import { faultPoint, Sealer } from '@openrounds/platform';
import { Handles } from '@openrounds/run-flow';
import { ReleaseAssignment } from '../use-cases/release-assignment';
import { ShowAssignment } from '../use-cases/show-assignment';
import { sealAssignment } from './seal-assignment';

/** Releases an assignment. */
@Handles('teaching-interactive', 'release-assignment.v1')
export class ReleaseAssignmentResponder {
  constructor(
    private readonly releaseAssignment: ReleaseAssignment,
    private readonly showAssignment: ShowAssignment,
    private readonly sealer: Sealer,
  ) {}

  async answer({ meta, by, assignmentId }: OfAssignmentPayload): Promise<SealedAssignment> {
    await this.releaseAssignment.execute(meta, assignmentId, by);
    faultPoint('teaching:release-assignment');
    const told = await this.showAssignment.execute({ tenantId: meta.tenantId, assignmentId }, by);
    return sealAssignment(told, meta, this.sealer);
  }
}
