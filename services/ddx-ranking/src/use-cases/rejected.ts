import { DomainError } from '@openrounds/contracts';
import { type EngineRejection } from '@openrounds/ddx-engine';

/** The engine refuses facts that contradict one another or that it does not know: intake should have caught them. */
export const rejected = (rejection: EngineRejection): DomainError =>
  new DomainError('case-not-understood', `The engine refused the findings: ${rejection.code}`);
