import { Inject, Injectable } from '@nestjs/common';
import { type ScoreReleasedPayload } from '@openrounds/contracts';
import { CLOCK, newId, type Clock } from '@openrounds/platform';
import { GRADE_STORE, type GradeStore } from '../ports/grade-store';

/** Takes a score that teaching released. */
@Injectable()
export class ReceiveScore {
  constructor(
    @Inject(GRADE_STORE) private readonly grades: Pick<GradeStore, 'receive'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute(score: ScoreReleasedPayload): Promise<void> {
    return this.grades.receive(score, newId(), this.clock.now());
  }
}
