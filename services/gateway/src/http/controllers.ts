import { AccessController } from './controllers/access.controller';
import { AssignmentsController } from './controllers/assignments.controller';
import { AttemptsController } from './controllers/attempts.controller';
import { CasesController } from './controllers/cases.controller';
import { CdsHooksController } from './controllers/cds-hooks.controller';
import { ClassesController } from './controllers/classes.controller';
import { DraftsController } from './controllers/drafts.controller';
import { EhrClientsController } from './controllers/ehr-clients.controller';
import { EhrImportsController } from './controllers/ehr-imports.controller';
import { GradesController } from './controllers/grades.controller';
import { GuidelinesController } from './controllers/guidelines.controller';
import { ImportController } from './controllers/import.controller';
import { KnowledgeController } from './controllers/knowledge.controller';
import { LaunchController } from './controllers/launch.controller';
import { LearningRecordsController } from './controllers/learning-records.controller';
import { LibraryController } from './controllers/library.controller';
import { LogController } from './controllers/log.controller';
import { LtiController } from './controllers/lti.controller';
import { MeController } from './controllers/me.controller';
import { PatientController } from './controllers/patient.controller';
import { QuestionsController } from './controllers/questions.controller';
import { NarrationsController } from './controllers/narrations.controller';
import { RoomTogetherController } from './controllers/room-together.controller';
import { RoomEntryController } from './controllers/room-entry.controller';
import { RoomViewsController } from './controllers/room-views.controller';
import { RoomsController } from './controllers/rooms.controller';
import { RunViewsController } from './controllers/run-views.controller';
import { RunsController } from './controllers/runs.controller';
import { ScoresController } from './controllers/scores.controller';
import { ServiceController } from './controllers/service.controller';
import { SettingsController } from './controllers/settings.controller';
import { TeachingCasesController } from './controllers/teaching-cases.controller';
import { TutorController } from './controllers/tutor.controller';
import { SmartController } from './controllers/smart.controller';

/** Everything that answers HTTP. */
export const CONTROLLERS = [
  AccessController,
  AssignmentsController,
  AttemptsController,
  CasesController,
  CdsHooksController,
  ClassesController,
  DraftsController,
  EhrClientsController,
  EhrImportsController,
  SmartController,
  GradesController,
  GuidelinesController,
  ImportController,
  KnowledgeController,
  LaunchController,
  LearningRecordsController,
  LibraryController,
  LogController,
  LtiController,
  MeController,
  PatientController,
  QuestionsController,
  NarrationsController,
  RoomTogetherController,
  RoomEntryController,
  RoomViewsController,
  RoomsController,
  RunViewsController,
  RunsController,
  ScoresController,
  ServiceController,
  SettingsController,
  TeachingCasesController,
  TutorController,
];
