import {
  type AddedFindings,
  type AddedFindingsPayload,
  type CheckReadingPayload,
  type ReadingMaterial,
  type RunMeta,
  type RunReading,
} from '@openrounds/contracts';

/** The service that holds the texts of cases: it gives them out sealed, and checks what was read in them. */
export interface Intake {
  /** @throws DomainError `case-erased`, `knowledge-unavailable` */
  readingMaterial(meta: RunMeta): Promise<ReadingMaterial>;
  /** @throws DomainError `case-erased`, `knowledge-unavailable` */
  checkReading(proposed: CheckReadingPayload): Promise<RunReading>;
  /** Which sentences tell a finding that what they were said of does not. @throws DomainError `knowledge-unavailable` */
  addedFindings(spoken: AddedFindingsPayload): Promise<AddedFindings>;
}
export const INTAKE = Symbol('Intake');
