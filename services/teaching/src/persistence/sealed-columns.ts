import { SEAL_PLACES } from '@openrounds/contracts';
import { type SealedColumn } from '@openrounds/persistence';

type Row = Parameters<SealedColumn['placeOf']>[0];

const versionOf = (row: Row): [string, string, number] => [
  String(row['tenant_id']),
  String(row['case_id']),
  Number(row['version']),
];

const roomOf = (row: Row): [string, string] => [String(row['tenant_id']), String(row['room_id'])];
const assignmentOf = (row: Row): [string, string] => [String(row['tenant_id']), String(row['assignment_id'])];
const idOf = (row: Row): [string, string] => [String(row['tenant_id']), String(row['id'])];

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
  {
    table: 'rooms',
    column: 'body',
    key: ['room_id'],
    reads: ['tenant_id'],
    placeOf: (row) => SEAL_PLACES.roomCase(...roomOf(row)),
  },
  {
    table: 'rooms',
    column: 'card',
    key: ['room_id'],
    reads: ['tenant_id'],
    placeOf: (row) => SEAL_PLACES.roomCard(...roomOf(row)),
  },
  {
    table: 'rooms',
    column: 'words',
    key: ['room_id'],
    reads: ['tenant_id'],
    placeOf: (row) => SEAL_PLACES.roomWords(...roomOf(row)),
  },
  {
    table: 'participants',
    column: 'name',
    key: ['participant_id'],
    reads: ['tenant_id'],
    placeOf: (row) => SEAL_PLACES.participantName(String(row['tenant_id']), String(row['participant_id'])),
  },
  {
    table: 'submissions',
    column: 'text',
    key: ['round_id', 'attempt', 'participant_id'],
    reads: ['tenant_id'],
    placeOf: (row) =>
      SEAL_PLACES.submissionText(
        String(row['tenant_id']),
        String(row['round_id']),
        Number(row['attempt']),
        String(row['participant_id']),
      ),
  },
  {
    table: 'comments',
    column: 'text',
    key: ['comment_id'],
    reads: ['tenant_id'],
    placeOf: (row) => SEAL_PLACES.commentText(String(row['tenant_id']), String(row['comment_id'])),
  },
  {
    table: 'assignments',
    column: 'body',
    key: ['assignment_id'],
    reads: ['tenant_id'],
    placeOf: (row) => SEAL_PLACES.assignmentCase(...assignmentOf(row)),
  },
  {
    table: 'assignments',
    column: 'card',
    key: ['assignment_id'],
    reads: ['tenant_id'],
    placeOf: (row) => SEAL_PLACES.assignmentCard(...assignmentOf(row)),
  },
  {
    table: 'attempt_steps',
    column: 'text',
    key: ['attempt_id', 'position'],
    reads: ['tenant_id'],
    placeOf: (row) =>
      SEAL_PLACES.stepText(String(row['tenant_id']), String(row['attempt_id']), Number(row['position'])),
  },
  {
    table: 'role_requests',
    column: 'asked',
    key: ['id'],
    reads: ['tenant_id'],
    placeOf: (row) => SEAL_PLACES.roleAsked(...idOf(row)),
  },
  {
    table: 'role_requests',
    column: 'said',
    key: ['id'],
    reads: ['tenant_id'],
    placeOf: (row) => SEAL_PLACES.roleSaid(...idOf(row)),
  },
  {
    table: 'role_requests',
    column: 'released',
    key: ['id'],
    reads: ['tenant_id'],
    placeOf: (row) => SEAL_PLACES.roleReleased(...idOf(row)),
  },
  {
    table: 'classes',
    column: 'name',
    key: ['id'],
    reads: ['tenant_id'],
    placeOf: (row) => SEAL_PLACES.className(...idOf(row)),
  },
  {
    table: 'learners',
    column: 'name',
    key: ['id'],
    reads: ['tenant_id'],
    placeOf: (row) => SEAL_PLACES.learnerName(...idOf(row)),
  },
];
