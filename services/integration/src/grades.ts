import { type Provider } from '@nestjs/common';
import { HOURLY, type IntegrationConfig, type PeriodicWork } from '@openrounds/platform';
import { AccessTokens } from './adapters/access-tokens';
import { HttpGradebook } from './adapters/http-gradebook';
import { PlatformServices } from './adapters/platform-services';
import { TypeOrmErasures } from './persistence/typeorm-erasures';
import { TypeOrmGrades } from './persistence/typeorm-grades';
import { TypeOrmLanes } from './persistence/typeorm-lanes';
import { ERASURE_STORE } from './ports/erasure-store';
import { GRADE_STORE } from './ports/grade-store';
import { GRADEBOOK } from './ports/gradebook';
import { LANE_STORE } from './ports/lane-store';
import { EraseLearnerProcessor } from './processors/erase-learner.processor';
import { FindGradeResponder } from './processors/find-grade.responder';
import { LearnerErasedProcessor } from './processors/learner-erased.processor';
import { ListGradesResponder } from './processors/list-grades.responder';
import { PostGradeProcessor } from './processors/post-grade.processor';
import { ResendGradesResponder } from './processors/resend-grades.responder';
import { ScoreReleasedProcessor } from './processors/score-released.processor';
import { DRIVE_GRADES_EVERY_MS, DriveGrades } from './use-cases/drive-grades';
import { ManageGrades } from './use-cases/manage-grades';
import { LEARNERS_KEPT, PurgeLearners, type LearnersKept } from './use-cases/purge-learners';
import { ReceiveScore } from './use-cases/receive-score';
import { RECONCILE_ERASURES_EVERY_MS, ReconcileErasures } from './use-cases/reconcile-erasures';
import { REPORT_GRADES_EVERY_MS, ReportGrades } from './use-cases/report-grades';
import { SendGrades } from './use-cases/send-grades';

/** Scores of launched learners, on their way into gradebooks; and what erases these learners. */
export const gradesOf = (config: IntegrationConfig): Provider[] => [
  { provide: ERASURE_STORE, useClass: TypeOrmErasures },
  { provide: GRADE_STORE, useClass: TypeOrmGrades },
  { provide: GRADEBOOK, useClass: HttpGradebook },
  { provide: LANE_STORE, useClass: TypeOrmLanes },
  {
    provide: LEARNERS_KEPT,
    useValue: {
      learner: config.RETENTION_LAUNCHED_SECONDS,
      grade: config.RETENTION_GRADE_SECONDS,
    } satisfies LearnersKept,
  },
  AccessTokens,
  PlatformServices,
  DriveGrades,
  ManageGrades,
  PurgeLearners,
  ReceiveScore,
  ReconcileErasures,
  ReportGrades,
  SendGrades,
  EraseLearnerProcessor,
  FindGradeResponder,
  LearnerErasedProcessor,
  ListGradesResponder,
  PostGradeProcessor,
  ResendGradesResponder,
  ScoreReleasedProcessor,
];

export const GRADES_PERIODIC: PeriodicWork[] = [
  { name: 'drive-grades', everyMs: DRIVE_GRADES_EVERY_MS, useCase: DriveGrades },
  { name: 'purge-learners', everyMs: HOURLY, useCase: PurgeLearners },
  { name: 'reconcile-erasures', everyMs: RECONCILE_ERASURES_EVERY_MS, useCase: ReconcileErasures },
  { name: 'report-grades', everyMs: REPORT_GRADES_EVERY_MS, useCase: ReportGrades },
];
