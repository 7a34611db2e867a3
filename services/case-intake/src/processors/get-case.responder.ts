import { type GetCasePayload, type SealedCase } from '@openrounds/contracts';
import { Sealer } from '@openrounds/platform';
import { Handles } from '@openrounds/run-flow';
import { FindCase } from '../use-cases/find-case';
import { sealCase } from './seal-case';

/** Reads a case, in the version asked for or in its newest. */
@Handles('case-intake-interactive', 'get-case.v1')
export class GetCaseResponder {
  constructor(
    private readonly findCase: FindCase,
    private readonly sealer: Sealer,
  ) {}

  async answer({ meta, caseId, version }: GetCasePayload): Promise<SealedCase> {
    return sealCase(await this.findCase.execute(meta.tenantId, caseId, version), this.sealer);
  }
}
