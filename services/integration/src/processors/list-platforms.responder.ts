import { type ListPlatformsPayload, type Platforms } from '@openrounds/contracts';
import { Handles } from '@openrounds/run-flow';
import { ManagePlatforms } from '../use-cases/manage-platforms';

/** The platforms of a tenant. */
@Handles('integration-interactive', 'list-platforms.v1')
export class ListPlatformsResponder {
  constructor(private readonly platforms: ManagePlatforms) {}

  answer(payload: ListPlatformsPayload): Promise<Platforms> {
    return this.platforms.list(payload);
  }
}
