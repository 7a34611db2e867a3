import { type OpenCourseLinkPayload } from '@openrounds/contracts';
import { Handles } from '@openrounds/run-flow';
import { PlaceLaunched } from '../use-cases/place-launched';

/** Notes that a link of a course leads here. */
@Handles('teaching-interactive', 'open-course-link.v1')
export class OpenCourseLinkResponder {
  constructor(private readonly placeLaunched: PlaceLaunched) {}

  async answer(opened: OpenCourseLinkPayload): Promise<null> {
    await this.placeLaunched.openLink(opened);
    return null;
  }
}
