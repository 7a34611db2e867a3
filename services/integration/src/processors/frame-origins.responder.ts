import { type FrameOriginsPayload, type FrameOrigins } from '@openrounds/contracts';
import { Handles } from '@openrounds/run-flow';
import { ReadFrameOrigins } from '../use-cases/launch/read-frame-origins';

/** Who may show the page that a launch ends on. */
@Handles('integration-interactive', 'frame-origins.v1')
export class FrameOriginsResponder {
  constructor(private readonly origins: ReadFrameOrigins) {}

  answer(payload: FrameOriginsPayload): Promise<FrameOrigins> {
    return this.origins.execute(payload);
  }
}
