import { Inject, Injectable } from '@nestjs/common';
import { type FindContentPayload, type FoundContent } from '@openrounds/contracts';
import { ASSIGNMENT_STORE, type AssignmentStore } from '../ports/assignment-store';

/** Says what a tenant has under an id that another system's link names. */
@Injectable()
export class FindContent {
  constructor(@Inject(ASSIGNMENT_STORE) private readonly assignments: Pick<AssignmentStore, 'find'>) {}

  async execute({ meta: { tenantId }, id }: FindContentPayload): Promise<FoundContent> {
    const assignment = await this.assignments.find({ tenantId, assignmentId: id });
    return { kind: assignment === undefined ? null : 'assignment' };
  }
}
