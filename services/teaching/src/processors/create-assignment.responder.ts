import { type CreateAssignmentPayload, type SealedAssignment } from '@openrounds/contracts';
import { faultPoint, Sealer } from '@openrounds/platform';
import { answerWithKnowledge, Handles } from '@openrounds/run-flow';
import { CreateAssignment } from '../use-cases/create-assignment';
import { ShowAssignment } from '../use-cases/show-assignment';
import { sealAssignment } from './seal-assignment';

/** Makes an assignment. */
@Handles('teaching-interactive', 'create-assignment.v1')
export class CreateAssignmentResponder {
  constructor(
    private readonly createAssignment: CreateAssignment,
    private readonly showAssignment: ShowAssignment,
    private readonly sealer: Sealer,
  ) {}

  async answer(wanted: CreateAssignmentPayload): Promise<SealedAssignment> {
    const { meta, by, assignmentId } = wanted;
    await answerWithKnowledge(() => this.createAssignment.execute(wanted));
    faultPoint('teaching:create-assignment');
    const ref = { tenantId: meta.tenantId, assignmentId };
    return sealAssignment(await this.showAssignment.execute(ref, by), meta, this.sealer);
  }
}
