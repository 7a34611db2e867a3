import { randomBytes } from 'node:crypto';

const TRACEPARENT = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})$/;

/**
 * Continues a trace: same trace id and flags, a new parent id for the work done here. Without a valid header a
 * new, unsampled trace begins.
 *
 * @see W3C Trace Context, section 3.2 (version 00)
 */
export function continueTrace(header: string | undefined): string {
  const match = TRACEPARENT.exec(header ?? '');
  const traceId = match?.[1] ?? randomBytes(16).toString('hex');
  const flags = match?.[3] ?? '00';
  return `00-${traceId}-${randomBytes(8).toString('hex')}-${flags}`;
}
