/** Test helpers that libraries and services share. */
export { createTestDatabase, type TestDatabase } from './database/test-database';
export { eventually } from './eventually';
export { type Signal, signal } from './signal';
