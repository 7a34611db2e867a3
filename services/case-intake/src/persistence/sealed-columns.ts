import { SEAL_PLACES } from '@openrounds/contracts';
import { type SealedColumn } from '@openrounds/persistence';

/** Every column of this service that holds seals. */
export const SEALED_COLUMNS: readonly SealedColumn[] = [
  {
    table: 'case_versions',
    column: 'content',
    key: ['case_id', 'version'],
    reads: ['tenant_id'],
    placeOf: (row) =>
      SEAL_PLACES.caseContent(String(row['tenant_id']), String(row['case_id']), Number(row['version'])),
  },
  {
    table: 'intake_results',
    column: 'understood',
    key: ['run_id'],
    reads: ['tenant_id'],
    placeOf: (row) => SEAL_PLACES.intakeResult(String(row['tenant_id']), String(row['run_id'])),
  },
];
