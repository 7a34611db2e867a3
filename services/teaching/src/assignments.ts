import { type Provider } from '@nestjs/common';
import { TypeOrmAssignments } from './persistence/typeorm-assignments';
import { TypeOrmAttempts } from './persistence/typeorm-attempts';
import { TypeOrmCourseLinks } from './persistence/typeorm-course-links';
import { TypeOrmLaunched } from './persistence/typeorm-launched';
import { ASSIGNMENT_STORE } from './ports/assignment-store';
import { ATTEMPT_STORE } from './ports/attempt-store';
import { COURSE_LINKS } from './ports/course-links';
import { LAUNCHED_LEARNERS } from './ports/launched-learners';
import { FindContentResponder } from './processors/find-content.responder';
import { AttemptOfLearnerResponder } from './processors/attempt-of-learner.responder';
import { CreateAssignmentResponder } from './processors/create-assignment.responder';
import { DeleteAssignmentResponder } from './processors/delete-assignment.responder';
import { EraseLearnerProcessor } from './processors/erase-learner.processor';
import { GetAssignmentResponder } from './processors/get-assignment.responder';
import { GetAttemptResponder } from './processors/get-attempt.responder';
import { GroundTutorResponder } from './processors/ground-tutor.responder';
import { ListAssignmentResultsResponder } from './processors/list-assignment-results.responder';
import { ListAssignmentsResponder } from './processors/list-assignments.responder';
import { ListAttemptsResponder } from './processors/list-attempts.responder';
import { OpenCourseLinkResponder } from './processors/open-course-link.responder';
import { PickableContentResponder } from './processors/pickable-content.responder';
import { ReadFeedbackResponder } from './processors/read-feedback.responder';
import { ReleaseAssignmentResponder } from './processors/release-assignment.responder';
import { ReviewAttemptResponder } from './processors/review-attempt.responder';
import { ReviewedAttemptResponder } from './processors/reviewed-attempt.responder';
import { StartAttemptResponder } from './processors/start-attempt.responder';
import { TakeStepResponder } from './processors/take-step.responder';
import { CreateAssignment } from './use-cases/create-assignment';
import { DeleteAssignment } from './use-cases/delete-assignment';
import { FindAssignment } from './use-cases/find-assignment';
import { GroundTutor } from './use-cases/ground-tutor';
import { ListAssignments } from './use-cases/list-assignments';
import { ListPickable } from './use-cases/list-pickable';
import { ListResults } from './use-cases/list-results';
import { CourseView } from './use-cases/course-view';
import { FindContent } from './use-cases/find-content';
import { ReviewAttempt } from './use-cases/review-attempt';
import { PlaceLaunched } from './use-cases/place-launched';
import { PurgeAssignments } from './use-cases/purge-assignments';
import { ReleaseAssignment } from './use-cases/release-assignment';
import { ShowAssignment } from './use-cases/show-assignment';
import { ShowAttempt } from './use-cases/show-attempt';
import { TakeAttempt } from './use-cases/take-attempt';

/** Cases that learners take alone, and learners who come from other systems. */
export const ASSIGNMENTS: Provider[] = [
  { provide: ASSIGNMENT_STORE, useClass: TypeOrmAssignments },
  { provide: ATTEMPT_STORE, useClass: TypeOrmAttempts },
  { provide: COURSE_LINKS, useClass: TypeOrmCourseLinks },
  { provide: LAUNCHED_LEARNERS, useClass: TypeOrmLaunched },
  CourseView,
  CreateAssignment,
  DeleteAssignment,
  FindAssignment,
  GroundTutor,
  ListAssignments,
  ListPickable,
  ListResults,
  FindContent,
  PlaceLaunched,
  PurgeAssignments,
  ReleaseAssignment,
  ReviewAttempt,
  ShowAssignment,
  ShowAttempt,
  TakeAttempt,
  AttemptOfLearnerResponder,
  FindContentResponder,
  CreateAssignmentResponder,
  DeleteAssignmentResponder,
  EraseLearnerProcessor,
  GetAssignmentResponder,
  GetAttemptResponder,
  GroundTutorResponder,
  ListAssignmentResultsResponder,
  ListAssignmentsResponder,
  ListAttemptsResponder,
  OpenCourseLinkResponder,
  PickableContentResponder,
  ReadFeedbackResponder,
  ReleaseAssignmentResponder,
  ReviewAttemptResponder,
  ReviewedAttemptResponder,
  StartAttemptResponder,
  TakeStepResponder,
];
