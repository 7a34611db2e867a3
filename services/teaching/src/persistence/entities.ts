import { ErasedCaseEntity, OutboxMessage } from '@openrounds/persistence';
import { CaseForecastEntity } from './entities/case-forecast.entity';
import { CaseReviewEntity } from './entities/case-review.entity';
import { CaseVersionEntity } from './entities/case-version.entity';
import { ClockEntity } from './entities/clock.entity';
import { ParticipantEntity } from './entities/participant.entity';
import { ResultEntity } from './entities/result.entity';
import { RoomEntity } from './entities/room.entity';
import { RoomEventEntity } from './entities/room-event.entity';
import { SubmissionEntity } from './entities/submission.entity';
import { TallyEntity } from './entities/tally.entity';
import { TeachingCaseEntity } from './entities/teaching-case.entity';

export const ENTITIES = [
  CaseForecastEntity,
  CaseReviewEntity,
  CaseVersionEntity,
  ClockEntity,
  ErasedCaseEntity,
  OutboxMessage,
  ParticipantEntity,
  ResultEntity,
  RoomEntity,
  RoomEventEntity,
  SubmissionEntity,
  TallyEntity,
  TeachingCaseEntity,
];
