import { type AddRegistrationLinkPayload, type LtiRegistrationLink } from '@openrounds/contracts';
import { Handles } from '@openrounds/run-flow';
import { RegisterByLink } from '../use-cases/register-by-link';

/** Keeps a link by which a platform registers. */
@Handles('integration-interactive', 'add-registration-link.v1')
export class AddRegistrationLinkResponder {
  constructor(private readonly links: RegisterByLink) {}

  answer(payload: AddRegistrationLinkPayload): Promise<LtiRegistrationLink> {
    return this.links.add(payload);
  }
}
