import { type ChangeDeploymentPayload, type LtiDeployment } from '@openrounds/contracts';
import { Handles } from '@openrounds/run-flow';
import { ManageCourses } from '../use-cases/manage-courses';

@Handles('integration-interactive', 'change-deployment.v1')
export class ChangeDeploymentResponder {
  constructor(private readonly manage: ManageCourses) {}

  answer(payload: ChangeDeploymentPayload): Promise<LtiDeployment> {
    return this.manage.change(payload);
  }
}
