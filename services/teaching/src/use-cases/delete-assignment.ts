import { Inject, Injectable } from '@nestjs/common';
import { type Asker } from '@openrounds/contracts';
import { ASSIGNMENT_STORE, type AssignmentRef, type AssignmentStore } from '../ports/assignment-store';
import { FindAssignment } from './find-assignment';

/** Deletes an assignment with all attempts. */
@Injectable()
export class DeleteAssignment {
  constructor(
    private readonly find: FindAssignment,
    @Inject(ASSIGNMENT_STORE) private readonly assignments: Pick<AssignmentStore, 'remove'>,
  ) {}

  /** @throws DomainError `not-found`, `forbidden` */
  async execute(ref: AssignmentRef, by: Asker): Promise<void> {
    await this.find.forLeader(ref, by);
    await this.assignments.remove(ref);
  }
}
