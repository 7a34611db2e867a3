import { SEAL_PLACES } from '@openrounds/contracts';
import { type SealedColumn } from '@openrounds/persistence';

type Row = Parameters<SealedColumn['placeOf']>[0];

const versionOf = (row: Row): [string, string, number] => [
  String(row['tenant_id']),
  String(row['case_id']),
  Number(row['version']),
];

/** Every column of this service that holds seals. */
export const SEALED_COLUMNS: readonly SealedColumn[] = [
  {
    table: 'case_versions',
    column: 'body',
    key: ['case_id', 'version'],
    reads: ['tenant_id'],
    placeOf: (row) => SEAL_PLACES.teachingCaseBody(...versionOf(row)),
  },
  {
    table: 'case_versions',
    column: 'card',
    key: ['case_id', 'version'],
    reads: ['tenant_id'],
    placeOf: (row) => SEAL_PLACES.teachingCaseCard(...versionOf(row)),
  },
  {
    table: 'case_reviews',
    column: 'comment',
    key: ['case_id', 'version', 'reviewer'],
    reads: ['tenant_id'],
    placeOf: (row) => SEAL_PLACES.teachingCaseReview(...versionOf(row), String(row['reviewer'])),
  },
];
