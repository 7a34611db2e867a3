import { ErasedCaseEntity, OutboxMessage } from '@openrounds/persistence';
import { AssignmentEntity } from './entities/assignment.entity';
import { AttemptStepEntity } from './entities/attempt-step.entity';
import { AttemptEntity } from './entities/attempt.entity';
import { CaseForecastEntity } from './entities/case-forecast.entity';
import { CaseReviewEntity } from './entities/case-review.entity';
import { CaseVersionEntity } from './entities/case-version.entity';
import { ClockEntity } from './entities/clock.entity';
import { CourseLinkEntity } from './entities/course-link.entity';
import { CommentEntity } from './entities/comment.entity';
import { ParticipantEntity } from './entities/participant.entity';
import { ResultEntity } from './entities/result.entity';
import { RoleRequestEntity } from './entities/role-request.entity';
import { RoomEntity } from './entities/room.entity';
import { RoomEventEntity } from './entities/room-event.entity';
import { SubmissionEntity } from './entities/submission.entity';
import { TallyEntity } from './entities/tally.entity';
import { ClassStaffEntity } from './entities/class-staff.entity';
import { ClassEntity } from './entities/class.entity';
import { ConsentEntity } from './entities/consent.entity';
import { ErasedLearnerEntity } from './entities/erased-learner.entity';
import { LearnerEntity } from './entities/learner.entity';
import { MembershipEntity } from './entities/membership.entity';
import { TeachingCaseEntity } from './entities/teaching-case.entity';

export const ENTITIES = [
  AssignmentEntity,
  AttemptEntity,
  AttemptStepEntity,
  CaseForecastEntity,
  CaseReviewEntity,
  CaseVersionEntity,
  ClockEntity,
  ClassEntity,
  ClassStaffEntity,
  CommentEntity,
  ConsentEntity,
  CourseLinkEntity,
  ErasedCaseEntity,
  ErasedLearnerEntity,
  LearnerEntity,
  MembershipEntity,
  OutboxMessage,
  ParticipantEntity,
  ResultEntity,
  RoleRequestEntity,
  RoomEntity,
  RoomEventEntity,
  SubmissionEntity,
  TallyEntity,
  TeachingCaseEntity,
];
