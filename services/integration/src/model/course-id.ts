import { uuidOf } from '@openrounds/platform';

/**
 * What a course of a platform is called in the house: the same id for the same course of the same deployment, which does not tell
 * what the platform calls it.
 *
 * @param deploymentId id of our row of the deployment
 * @param contextId the course, as the platform calls it; null: it names none
 */
export const courseIdOf = (deploymentId: string, contextId: string | null): string | null =>
  contextId === null ? null : uuidOf(`openrounds/course ${deploymentId} ${contextId}`);
