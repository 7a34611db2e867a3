import { SEAL_PLACES } from '@openrounds/contracts';
import { type SealedColumn } from '@openrounds/persistence';

/** Every column of this service that holds seals. */
export const SEALED_COLUMNS: readonly SealedColumn[] = [
  {
    table: 'llm_answers',
    column: 'answer',
    key: ['tenant_id', 'key'],
    reads: [],
    placeOf: (row) => SEAL_PLACES.llmAnswer(String(row['tenant_id']), String(row['key'])),
  },
];
