import { type AcceptDeploymentPayload, type LtiDeployment } from '@openrounds/contracts';
import { Handles } from '@openrounds/run-flow';
import { ManageCourses } from '../use-cases/manage-courses';

/** Lets launches of a deployment in. */
@Handles('integration-interactive', 'accept-deployment.v1')
export class AcceptDeploymentResponder {
  constructor(private readonly courses: ManageCourses) {}

  answer(payload: AcceptDeploymentPayload): Promise<LtiDeployment> {
    return this.courses.accept(payload);
  }
}
