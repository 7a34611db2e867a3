import { SEAL_PLACES } from '@openrounds/contracts';
import { type SealedColumn } from '@openrounds/persistence';

/** Every column of this service that holds seals. */
export const SEALED_COLUMNS: readonly SealedColumn[] = [
  {
    table: 'runs',
    column: 'understood',
    key: ['id'],
    reads: ['tenant_id'],
    placeOf: (row) => SEAL_PLACES.runUnderstood(String(row['tenant_id']), String(row['id'])),
  },
  {
    table: 'runs',
    column: 'reading',
    field: 'quotes',
    key: ['id'],
    reads: ['tenant_id'],
    placeOf: (row) => SEAL_PLACES.readingQuotes(String(row['tenant_id']), String(row['id'])),
  },
  {
    table: 'runs',
    column: 'input',
    field: 'sealed',
    key: ['id'],
    reads: ['tenant_id'],
    placeOf: (row) => SEAL_PLACES.runInput(String(row['tenant_id']), String(row['id'])),
  },
  {
    table: 'narrations',
    column: 'evidence',
    key: ['id'],
    reads: ['tenant_id'],
    placeOf: (row) => SEAL_PLACES.narrationEvidence(String(row['tenant_id']), String(row['id'])),
  },
  {
    table: 'narrations',
    column: 'said',
    key: ['id'],
    reads: ['tenant_id'],
    placeOf: (row) => SEAL_PLACES.narrationSaid(String(row['tenant_id']), String(row['id'])),
  },
  {
    table: 'tutor_questions',
    column: 'question',
    key: ['id'],
    reads: ['tenant_id'],
    placeOf: (row) => SEAL_PLACES.tutorQuestion(String(row['tenant_id']), String(row['id'])),
  },
  {
    table: 'tutor_questions',
    column: 'evidence',
    key: ['id'],
    reads: ['tenant_id'],
    placeOf: (row) => SEAL_PLACES.tutorEvidence(String(row['tenant_id']), String(row['id'])),
  },
  {
    table: 'tutor_questions',
    column: 'said',
    key: ['id'],
    reads: ['tenant_id'],
    placeOf: (row) => SEAL_PLACES.tutorSaid(String(row['tenant_id']), String(row['id'])),
  },
];
