import {
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
}
export const INTAKE = Symbol('Intake');
