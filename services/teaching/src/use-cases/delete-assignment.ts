import { Inject, Injectable } from '@nestjs/common';
import { type Asker, type JobMeta } from '@openrounds/contracts';
import { CLOCK, type Clock } from '@openrounds/platform';
import { assignmentErased, eraserOf } from '../model/erasure-records';
import { ASSIGNMENT_STORE, type AssignmentStore } from '../ports/assignment-store';
import { FindAssignment } from './find-assignment';

/** Deletes an assignment with all attempts, and the log says so. */
@Injectable()
export class DeleteAssignment {
  constructor(
    private readonly find: FindAssignment,
    @Inject(ASSIGNMENT_STORE) private readonly assignments: Pick<AssignmentStore, 'remove'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `not-found`, `forbidden` */
  async execute(meta: JobMeta, assignmentId: string, by: Asker): Promise<void> {
    const stored = await this.find.forLeader({ tenantId: meta.tenantId, assignmentId }, by);
    const told = { by: eraserOf(stored, by), at: this.clock.now() };
    await this.assignments.remove(meta, assignmentId, (gone) => assignmentErased(meta, gone, told));
  }
}
