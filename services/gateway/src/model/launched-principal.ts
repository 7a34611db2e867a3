import { guestSubject, type Principal } from '@openrounds/contracts';
import { type Launched } from '../ports/launch-tokens';
import { learnerPrincipal } from './learner-principal';

/** Whoever came in by a launch, as the rest of the house knows them. */
export function launchedPrincipal(launched: Launched): Principal {
  const { tenantId, learnerId, role, courseId, beyondCourse } = launched;
  if (role === 'student') return learnerPrincipal(launched);
  const teacher = { tenantId, subject: guestSubject(learnerId), role };
  return courseId === null ? teacher : { ...teacher, courseId, beyondCourse };
}
