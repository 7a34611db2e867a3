import type { LtiRegistrationLink } from '../api/types';

/** Whether a link can be used still, and since or until when. */
export function linkState(
  { usedAt, expiresAt }: Pick<LtiRegistrationLink, 'usedAt' | 'expiresAt'>,
  now: Date,
): { readonly state: 'used' | 'expired' | 'open'; readonly at: string } {
  if (usedAt !== null) return { state: 'used', at: usedAt };
  return { state: new Date(expiresAt) <= now ? 'expired' : 'open', at: expiresAt };
}
