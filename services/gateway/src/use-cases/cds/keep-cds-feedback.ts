import { Inject, Injectable } from '@nestjs/common';
import { type CdsFeedback, type KeptCdsFeedback } from '@openrounds/contracts';
import { SERVICES, type Services } from '../../ports/services';
import { CallerOfCds, type CdsCall } from './caller-of-cds';

/** Keeps what became of cards; what somebody wrote beside it may tell of a patient, and is only counted. */
@Injectable()
export class KeepCdsFeedback {
  constructor(
    @Inject(CallerOfCds) private readonly callers: Pick<CallerOfCds, 'identify'>,
    @Inject(SERVICES) private readonly services: Services,
  ) {}

  /** @throws DomainError `unauthenticated` */
  async execute(call: CdsCall, { feedback }: CdsFeedback): Promise<void> {
    const path = `/cds-services/${call.serviceId}`;
    const { client, principal } = await this.callers.identify(call, [`${path}/feedback`, path]);
    await this.services.ask('record-cds-feedback.v1', {
      meta: { ...call.meta, tenantId: principal.tenantId },
      clientId: client.id,
      feedback: feedback.map(kept),
    });
  }
}

const kept = ({
  card,
  outcome,
  overrideReason,
  outcomeTimestamp,
}: CdsFeedback['feedback'][number]): KeptCdsFeedback => {
  const reason = overrideReason?.reason;
  return {
    card,
    outcome,
    reason: reason === undefined ? null : { system: reason.system ?? null, code: reason.code },
    commented: overrideReason?.userComment !== undefined,
    at: new Date(outcomeTimestamp).toISOString(),
  };
};
