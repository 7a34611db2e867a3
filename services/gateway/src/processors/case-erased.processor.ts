import { Inject } from '@nestjs/common';
import { type CaseErasedPayload } from '@openrounds/contracts';
import { Handles } from '@openrounds/run-flow';
import { CASE_REGISTRY, type CaseRegistry } from '../ports/case-registry';

/** Notes that a service has erased what it held of a case. */
@Handles('gateway', 'case-erased.v1')
export class CaseErasedProcessor {
  constructor(@Inject(CASE_REGISTRY) private readonly cases: Pick<CaseRegistry, 'acknowledge'>) {}

  async handle({ meta, caseId, service }: CaseErasedPayload): Promise<null> {
    await this.cases.acknowledge(meta.tenantId, caseId, service);
    return null;
  }
}
