import { type RemovePlatformPayload } from '@openrounds/contracts';
import { Handles } from '@openrounds/run-flow';
import { ManagePlatforms } from '../use-cases/manage-platforms';

/** Forgets a platform. */
@Handles('integration-interactive', 'remove-platform.v1')
export class RemovePlatformResponder {
  constructor(private readonly platforms: ManagePlatforms) {}

  async answer(payload: RemovePlatformPayload): Promise<null> {
    await this.platforms.remove(payload);
    return null;
  }
}
