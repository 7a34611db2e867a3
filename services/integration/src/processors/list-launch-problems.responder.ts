import { type ListOfLtiPayload, type LtiLaunchProblems } from '@openrounds/contracts';
import { Handles } from '@openrounds/run-flow';
import { ManageCourses } from '../use-cases/manage-courses';

/** Why launches failed. */
@Handles('integration-interactive', 'list-launch-problems.v1')
export class ListLaunchProblemsResponder {
  constructor(private readonly courses: ManageCourses) {}

  answer(payload: ListOfLtiPayload): Promise<LtiLaunchProblems> {
    return this.courses.launchProblems(payload);
  }
}
