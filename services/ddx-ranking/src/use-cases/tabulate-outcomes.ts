import { Inject, Injectable } from '@nestjs/common';
import { DomainError, type OutcomeTable, type OutcomeTablePayload } from '@openrounds/contracts';
import { outcomeChances } from '@openrounds/ddx-engine';
import { ENGINES, type Engines } from '../ports/engines';

/** More would be noise, and would not fit into a payload. */
const DIGITS = 6;

/** How the results of tests depend on the disease, for facts that belong to no run. */
@Injectable()
export class TabulateOutcomes {
  constructor(@Inject(ENGINES) private readonly engines: Engines) {}

  /**
   * @throws DomainError `case-not-understood` where the engine does not rank such a patient
   * @throws BundleError when the knowledge version is not there
   */
  async execute({ facts, versions, diseaseIds, testIds }: OutcomeTablePayload): Promise<OutcomeTable> {
    const { knowledge, parameters } = await this.engines.of(versions.knowledge, facts.setting);
    const outcome = outcomeChances(knowledge, parameters, facts, { diseaseIds, testIds });
    if (!outcome.ok) throw new DomainError('case-not-understood', outcome.rejection.code);
    return {
      tests: outcome.value.map(({ testId, elsewhere, given }) => ({
        testId,
        elsewhere: elsewhere.map(rounded),
        given: [...given].map(([diseaseId, chances]) => ({ diseaseId, chances: chances.map(rounded) })),
      })),
    };
  }
}

const rounded = (chance: number): number => Number(chance.toPrecision(DIGITS));
