import { createHash } from 'node:crypto';

/**
 * What a course of a platform is called in the house: the same id for the same course of the same deployment, which does not tell
 * what the platform calls it (UUID version 8, RFC 9562 section 5.8).
 *
 * @param deploymentId id of our row of the deployment
 * @param contextId the course, as the platform calls it; null: it names none
 */
export function courseIdOf(deploymentId: string, contextId: string | null): string | null {
  if (contextId === null) return null;
  const bytes = createHash('sha256').update(`openrounds/course ${deploymentId} ${contextId}`).digest();
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)];
  return parts.join('-');
}
