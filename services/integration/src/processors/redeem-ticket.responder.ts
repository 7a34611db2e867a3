import { GivenTicket, type SealedLaunchAnswer, type SealedLaunchPayload } from '@openrounds/contracts';
import { Sealer } from '@openrounds/platform';
import { Handles } from '@openrounds/run-flow';
import { RedeemTicket } from '../use-cases/launch/redeem-ticket';
import { openGiven, sealTold } from './sealed-launch';

/** Takes a ticket. */
@Handles('integration-interactive', 'redeem-ticket.v1')
export class RedeemTicketResponder {
  constructor(
    private readonly redeem: RedeemTicket,
    private readonly sealer: Sealer,
  ) {}

  async answer(payload: SealedLaunchPayload): Promise<SealedLaunchAnswer> {
    const given = openGiven(payload, this.sealer, GivenTicket);
    return sealTold(await this.redeem.execute(given), payload, this.sealer);
  }
}
