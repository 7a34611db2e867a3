import { Inject, Injectable } from '@nestjs/common';
import { type Asker, type JobMeta } from '@openrounds/contracts';
import { ASSIGNMENT_STORE, type AssignmentStore } from '../ports/assignment-store';
import { FindAssignment } from './find-assignment';

/** Deletes an assignment with all attempts. */
@Injectable()
export class DeleteAssignment {
  constructor(
    private readonly find: FindAssignment,
    @Inject(ASSIGNMENT_STORE) private readonly assignments: Pick<AssignmentStore, 'remove'>,
  ) {}

  /** @throws DomainError `not-found`, `forbidden` */
  async execute(meta: JobMeta, assignmentId: string, by: Asker): Promise<void> {
    await this.find.forLeader({ tenantId: meta.tenantId, assignmentId }, by);
    await this.assignments.remove(meta, assignmentId);
  }
}
