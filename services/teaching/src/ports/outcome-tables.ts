import { type OutcomeTable, type OutcomeTablePayload } from '@openrounds/contracts';

/** How the results of tests depend on the disease: what the engine says of it. */
export interface OutcomeTables {
  /** @throws where the engine is away, or does not rank such a patient */
  ask(payload: OutcomeTablePayload): Promise<OutcomeTable>;
}
export const OUTCOME_TABLES = Symbol('OutcomeTables');
