import { type AttemptOfLearner, type AttemptOfLearnerPayload } from '@openrounds/contracts';
import { faultPoint } from '@openrounds/platform';
import { Handles } from '@openrounds/run-flow';
import { PlaceLaunched } from '../use-cases/place-launched';

/** Finds the place of a launched learner. */
@Handles('teaching-interactive', 'attempt-of-learner.v1')
export class AttemptOfLearnerResponder {
  constructor(private readonly placeLaunched: PlaceLaunched) {}

  async answer(wanted: AttemptOfLearnerPayload): Promise<AttemptOfLearner> {
    const placed = await this.placeLaunched.execute(wanted);
    faultPoint('teaching:attempt-of-learner');
    return placed;
  }
}
