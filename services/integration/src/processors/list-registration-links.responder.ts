import { type ListOfLtiPayload, type LtiRegistrationLinks } from '@openrounds/contracts';
import { Handles } from '@openrounds/run-flow';
import { RegisterByLink } from '../use-cases/register-by-link';

/** The links by which platforms register. */
@Handles('integration-interactive', 'list-registration-links.v1')
export class ListRegistrationLinksResponder {
  constructor(private readonly links: RegisterByLink) {}

  answer(payload: ListOfLtiPayload): Promise<LtiRegistrationLinks> {
    return this.links.list(payload);
  }
}
