import { guestSubject, type Principal } from '@openrounds/contracts';
import { type Launched } from '../ports/launch-tokens';

/** Whoever came in by a launch, as the rest of the house knows them. */
export function launchedPrincipal({
  tenantId,
  learnerId,
  role,
  courseId,
  beyondCourse,
}: Launched): Principal {
  const who = { tenantId, subject: guestSubject(learnerId), role };
  if (role === 'student') return { ...who, learnerId };
  return courseId === null ? who : { ...who, courseId, beyondCourse };
}
