import { type ListOfLtiPayload, type LtiDeployments } from '@openrounds/contracts';
import { Handles } from '@openrounds/run-flow';
import { ManageCourses } from '../use-cases/manage-courses';

/** Where launches come from. */
@Handles('integration-interactive', 'list-deployments.v1')
export class ListDeploymentsResponder {
  constructor(private readonly courses: ManageCourses) {}

  answer(payload: ListOfLtiPayload): Promise<LtiDeployments> {
    return this.courses.deployments(payload);
  }
}
