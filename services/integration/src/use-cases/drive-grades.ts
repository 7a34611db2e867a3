import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, newId, type Clock, type Periodic } from '@openrounds/platform';
import { GRADE_STORE, type GradeStore } from '../ports/grade-store';

export const DRIVE_GRADES_EVERY_MS = 5_000;
/** Longer than a score waits for its job where nothing is lost. */
const LOST_AFTER_MS = 30_000;

/** Has scores sent whose time has come, and those whose job was lost. */
@Injectable()
export class DriveGrades implements Periodic {
  constructor(
    @Inject(GRADE_STORE) private readonly grades: Pick<GradeStore, 'drive'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns how many platforms are sent to */
  execute(): Promise<number> {
    const now = this.clock.now();
    return this.grades.drive(now, new Date(now.getTime() - LOST_AFTER_MS), newId());
  }
}
