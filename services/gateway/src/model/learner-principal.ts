import { guestSubject, type Principal } from '@openrounds/contracts';

/** A learner without an account, as the rest of the house knows them. */
export const learnerPrincipal = ({
  tenantId,
  learnerId,
}: {
  readonly tenantId: string;
  readonly learnerId: string;
}): Principal => ({ tenantId, subject: guestSubject(learnerId), role: 'student', learnerId });
