import { type Provider } from '@nestjs/common';
import { HOURLY, loadLtiKeys, type IntegrationConfig, type PeriodicWork } from '@openrounds/platform';
import { CachedKeySets } from './adapters/cached-key-sets';
import { FolderToolKeys } from './adapters/folder-tool-keys';
import { HttpPlatformProbe } from './adapters/http-platform-probe';
import { HttpRoster } from './adapters/http-roster';
import { HttpPlatformRegistrar } from './adapters/http-platform-registrar';
import { QueueLinkedContents } from './adapters/queue-linked-contents';
import { TypeOrmCourses } from './persistence/typeorm-courses';
import { TypeOrmLaunchProblems } from './persistence/typeorm-launch-problems';
import { TypeOrmLaunches } from './persistence/typeorm-launches';
import { TypeOrmLearners } from './persistence/typeorm-learners';
import { TypeOrmNamesRead } from './persistence/typeorm-names-read';
import { TypeOrmPlatforms } from './persistence/typeorm-platforms';
import { TypeOrmRegistrationLinks } from './persistence/typeorm-registration-links';
import { COURSE_STORE } from './ports/course-store';
import { KEY_SETS } from './ports/key-sets';
import { LAUNCH_PROBLEMS } from './ports/launch-problems';
import { LAUNCH_STORE } from './ports/launch-store';
import { LEARNER_STORE } from './ports/learner-store';
import { LINKED_CONTENTS } from './ports/linked-contents';
import { NAMES_READ_STORE } from './ports/names-read';
import { PLATFORM_PROBE } from './ports/platform-probe';
import { PLATFORM_REGISTRAR } from './ports/platform-registrar';
import { PLATFORM_STORE } from './ports/platform-store';
import { REGISTRATION_LINKS } from './ports/registration-links';
import { ROSTER } from './ports/roster';
import { TOOL_KEYS } from './ports/tool-keys';
import { AcceptDeploymentResponder } from './processors/accept-deployment.responder';
import { AddRegistrationLinkResponder } from './processors/add-registration-link.responder';
import { AnswerChoiceResponder } from './processors/answer-choice.responder';
import { BeginLaunchResponder } from './processors/begin-launch.responder';
import { ChangeDeploymentResponder } from './processors/change-deployment.responder';
import { CheckPlatformResponder } from './processors/check-platform.responder';
import { FrameOriginsResponder } from './processors/frame-origins.responder';
import { ListDeploymentsResponder } from './processors/list-deployments.responder';
import { ListLaunchProblemsResponder } from './processors/list-launch-problems.responder';
import { ListPlatformsResponder } from './processors/list-platforms.responder';
import { ListRegistrationLinksResponder } from './processors/list-registration-links.responder';
import { ListNamesReadResponder } from './processors/list-names-read.responder';
import { ProveBrowserResponder } from './processors/prove-browser.responder';
import { ReadKeySetResponder } from './processors/read-key-set.responder';
import { ReadNamesResponder } from './processors/read-names.responder';
import { RedeemTicketResponder } from './processors/redeem-ticket.responder';
import { RegisterByLinkResponder } from './processors/register-by-link.responder';
import { RegisterPlatformResponder } from './processors/register-platform.responder';
import { RemovePlatformResponder } from './processors/remove-platform.responder';
import { VerifyLaunchResponder } from './processors/verify-launch.responder';
import { settingsOf } from './settings';
import { CheckPlatform } from './use-cases/check-platform';
import { AdmitLaunch } from './use-cases/launch/admit-launch';
import { AnswerChoice } from './use-cases/launch/answer-choice';
import { BeginLaunch } from './use-cases/launch/begin-launch';
import { ForgetLaunches } from './use-cases/launch/forget-launches';
import { ProveBrowser } from './use-cases/launch/prove-browser';
import { ReadFrameOrigins } from './use-cases/launch/read-frame-origins';
import { RedeemTicket } from './use-cases/launch/redeem-ticket';
import { Refusals } from './use-cases/launch/refusals';
import { VerifyLaunch } from './use-cases/launch/verify-launch';
import { ManageCourses } from './use-cases/manage-courses';
import { ManagePlatforms } from './use-cases/manage-platforms';
import { ReadNames } from './use-cases/read-names';
import { RegisterByLink } from './use-cases/register-by-link';

/** Learning platforms, and the way from their login to a session. */
export const launchesOf = (config: IntegrationConfig): Provider[] => [
  { provide: COURSE_STORE, useClass: TypeOrmCourses },
  { provide: KEY_SETS, useClass: CachedKeySets },
  { provide: LAUNCH_PROBLEMS, useClass: TypeOrmLaunchProblems },
  { provide: LAUNCH_STORE, useClass: TypeOrmLaunches },
  { provide: LEARNER_STORE, useClass: TypeOrmLearners },
  { provide: LINKED_CONTENTS, useClass: QueueLinkedContents },
  { provide: PLATFORM_PROBE, useClass: HttpPlatformProbe },
  { provide: PLATFORM_REGISTRAR, useClass: HttpPlatformRegistrar },
  { provide: PLATFORM_STORE, useClass: TypeOrmPlatforms },
  { provide: REGISTRATION_LINKS, useClass: TypeOrmRegistrationLinks },
  { provide: TOOL_KEYS, useFactory: () => FolderToolKeys.from(loadLtiKeys(config.KEYS_DIR)) },
  { provide: NAMES_READ_STORE, useClass: TypeOrmNamesRead },
  { provide: ROSTER, useClass: HttpRoster },
  ...settingsOf(config),
  AdmitLaunch,
  AnswerChoice,
  BeginLaunch,
  CheckPlatform,
  ForgetLaunches,
  ManageCourses,
  ManagePlatforms,
  ProveBrowser,
  ReadFrameOrigins,
  ReadNames,
  RedeemTicket,
  Refusals,
  RegisterByLink,
  VerifyLaunch,
  AcceptDeploymentResponder,
  AddRegistrationLinkResponder,
  AnswerChoiceResponder,
  BeginLaunchResponder,
  ChangeDeploymentResponder,
  CheckPlatformResponder,
  FrameOriginsResponder,
  ListDeploymentsResponder,
  ListLaunchProblemsResponder,
  ListPlatformsResponder,
  ListRegistrationLinksResponder,
  ProveBrowserResponder,
  ListNamesReadResponder,
  ReadKeySetResponder,
  ReadNamesResponder,
  RedeemTicketResponder,
  RegisterByLinkResponder,
  RegisterPlatformResponder,
  RemovePlatformResponder,
  VerifyLaunchResponder,
];

export const LAUNCHES_PERIODIC: PeriodicWork[] = [
  { name: 'forget-launches', everyMs: HOURLY / 12, useCase: ForgetLaunches },
];
