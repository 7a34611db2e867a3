/** Test helpers that libraries and services share. */
export { describeMigrations } from './database/describe-migrations';
export { commitOf, LosingProxy, type Choice, type Lost } from './database/losing-proxy';
export { openMigratedDatabase, type MigratedDatabase } from './database/migrated-database';
export { rowsOfSchema } from './database/rows-of-schema';
export { createTestDatabase, type TestDatabase } from './database/test-database';
export { TestClock } from './doubles/clock';
export { testQueueKeys } from './doubles/queue-keys';
export { testSealer } from './doubles/sealer';
export { Cmi5Lms, type WantedLaunch } from './cmi5/cmi5-lms';
export { type LaunchedUnit, refusalOf } from './cmi5/judge-statement';
export { eventually } from './eventually';
export * from './factories/contracts';
export { docxOf, pdfOf, type SetLine } from './documents';
export {
  GRADE_SCOPES,
  ROSTER_SCOPE,
  GradeBook,
  type CoursePerson,
  type KeptScore,
  type ScoreFault,
} from './learning-platform/grade-book';
export { TcpProxy } from './network/tcp-proxy';
export { compiledOnce } from './kept-vocabulary';
export { tinyBundle, tinyBundleWithCase, tinyBundleWithScore } from './knowledge-base';
export { type Signal, signal } from './signal';
export { stringLeaves, type StringLeaf } from './string-leaves';
export { describeInFull, eachInFull, FULL, itInFull } from './forms';
export { tries } from './tries';
export {
  type AskedAuthorization,
  LTI_CLAIM,
  MEMBERSHIP,
  MockPlatform,
  type RegisteredTool,
  type Values,
} from './lms/mock-platform';
export { LinkChoices, type GivenLink } from './lms/link-choices';
export { MockLms } from './lms/mock-lms';
export { MockEhr } from './ehr/mock-ehr';
export { type EhrTraits, TRAITS } from './ehr/traits';
export { TRAINING_PATIENTS } from './ehr/training-patients';
export { identitiesIn } from './ehr/identities';
