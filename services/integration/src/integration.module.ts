import { Module, type DynamicModule } from '@nestjs/common';
import { PersistenceModule } from '@openrounds/persistence';
import {
  HOURLY,
  loadLearnerKeys,
  loadLtiKeys,
  PeriodicModule,
  PlatformModule,
  SealingModule,
  ServiceHttpModule,
  type IntegrationConfig,
} from '@openrounds/platform';
import { QueueModule, RelayedOutbox } from '@openrounds/run-flow';
import { CachedKeySets } from './adapters/cached-key-sets';
import { configuredOutboundHttp } from './adapters/configured-outbound-http';
import { FolderToolKeys } from './adapters/folder-tool-keys';
import { HttpEhrProbe } from './adapters/http-ehr-probe';
import { HttpPlatformProbe } from './adapters/http-platform-probe';
import { KeptEhrKeySets } from './adapters/kept-ehr-key-sets';
import { HttpPlatformRegistrar } from './adapters/http-platform-registrar';
import { QueueLinkedContents } from './adapters/queue-linked-contents';
import { ENTITIES } from './persistence/entities';
import { MIGRATIONS } from './persistence/migrations';
import { TypeOrmCdsStore } from './persistence/typeorm-cds-store';
import { TypeOrmEhrClients } from './persistence/typeorm-ehr-clients';
import { TypeOrmPlatforms } from './persistence/typeorm-platforms';
import { CDS_STORE } from './ports/cds-store';
import { EHR_CLIENT_STORE } from './ports/ehr-client-store';
import { EHR_PROBE } from './ports/ehr-probe';
import { EHR_KEY_SETS } from './ports/ehr-key-sets';
import { gradesOf, PERIODIC } from './grades';
import { TypeOrmCourses } from './persistence/typeorm-courses';
import { TypeOrmLaunches } from './persistence/typeorm-launches';
import { TypeOrmLaunchProblems } from './persistence/typeorm-launch-problems';
import { TypeOrmLearners } from './persistence/typeorm-learners';
import { TypeOrmRegistrationLinks } from './persistence/typeorm-registration-links';
import { COURSE_STORE } from './ports/course-store';
import { KEY_SETS } from './ports/key-sets';
import { LAUNCH_PROBLEMS } from './ports/launch-problems';
import { LAUNCH_STORE } from './ports/launch-store';
import { LEARNER_STORE } from './ports/learner-store';
import { LINKED_CONTENTS } from './ports/linked-contents';
import { PLATFORM_PROBE } from './ports/platform-probe';
import { PLATFORM_REGISTRAR } from './ports/platform-registrar';
import { PLATFORM_STORE } from './ports/platform-store';
import { REGISTRATION_LINKS } from './ports/registration-links';
import { TOOL_KEYS } from './ports/tool-keys';
import { CdsOriginResponder } from './processors/cds-origin.responder';
import { CheckEhrClientResponder } from './processors/check-ehr-client.responder';
import { AcceptDeploymentResponder } from './processors/accept-deployment.responder';
import { AddRegistrationLinkResponder } from './processors/add-registration-link.responder';
import { BeginLaunchResponder } from './processors/begin-launch.responder';
import { FrameOriginsResponder } from './processors/frame-origins.responder';
import { ListDeploymentsResponder } from './processors/list-deployments.responder';
import { ListLaunchProblemsResponder } from './processors/list-launch-problems.responder';
import { ListRegistrationLinksResponder } from './processors/list-registration-links.responder';
import { ProveBrowserResponder } from './processors/prove-browser.responder';
import { RedeemTicketResponder } from './processors/redeem-ticket.responder';
import { RegisterByLinkResponder } from './processors/register-by-link.responder';
import { VerifyLaunchResponder } from './processors/verify-launch.responder';
import { CheckPlatformResponder } from './processors/check-platform.responder';
import { ListEhrClientsResponder } from './processors/list-ehr-clients.responder';
import { ListPlatformsResponder } from './processors/list-platforms.responder';
import { ReadKeySetResponder } from './processors/read-key-set.responder';
import { RecordCdsFeedbackResponder } from './processors/record-cds-feedback.responder';
import { RegisterEhrClientResponder } from './processors/register-ehr-client.responder';
import { RegisterPlatformResponder } from './processors/register-platform.responder';
import { RemoveEhrClientResponder } from './processors/remove-ehr-client.responder';
import { RemovePlatformResponder } from './processors/remove-platform.responder';
import { VerifyCdsTokenResponder } from './processors/verify-cds-token.responder';
import { CDS_SANDBOX, FEEDBACK_KEPT_SECONDS, publicSandbox } from './cds-settings';
import { AnswerCdsCalls } from './use-cases/answer-cds-calls';
import { CheckPlatform } from './use-cases/check-platform';
import { ForgetCds } from './use-cases/forget-cds';
import { ManageEhrClients } from './use-cases/manage-ehr-clients';
import { AdmitLaunch } from './use-cases/launch/admit-launch';
import { BeginLaunch } from './use-cases/launch/begin-launch';
import { ForgetLaunches } from './use-cases/launch/forget-launches';
import { ProveBrowser } from './use-cases/launch/prove-browser';
import { ReadFrameOrigins } from './use-cases/launch/read-frame-origins';
import { RedeemTicket } from './use-cases/launch/redeem-ticket';
import { Refusals } from './use-cases/launch/refusals';
import { VerifyLaunch } from './use-cases/launch/verify-launch';
import { ManageCourses } from './use-cases/manage-courses';
import { ManagePlatforms } from './use-cases/manage-platforms';
import { RegisterByLink } from './use-cases/register-by-link';
import { settingsOf } from './settings';

const STORES = [
  { provide: COURSE_STORE, useClass: TypeOrmCourses },
  { provide: LAUNCH_PROBLEMS, useClass: TypeOrmLaunchProblems },
  { provide: LAUNCH_STORE, useClass: TypeOrmLaunches },
  { provide: LEARNER_STORE, useClass: TypeOrmLearners },
  { provide: PLATFORM_STORE, useClass: TypeOrmPlatforms },
  { provide: REGISTRATION_LINKS, useClass: TypeOrmRegistrationLinks },
];
/** Training EHRs, and their calls by CDS Hooks. */
const EHR = [
  AnswerCdsCalls,
  CdsOriginResponder,
  CheckEhrClientResponder,
  ForgetCds,
  ListEhrClientsResponder,
  ManageEhrClients,
  RecordCdsFeedbackResponder,
  RegisterEhrClientResponder,
  RemoveEhrClientResponder,
  VerifyCdsTokenResponder,
  { provide: CDS_STORE, useClass: TypeOrmCdsStore },
  { provide: EHR_CLIENT_STORE, useClass: TypeOrmEhrClients },
  { provide: EHR_PROBE, useClass: HttpEhrProbe },
  { provide: EHR_KEY_SETS, useClass: KeptEhrKeySets },
];
const USE_CASES = [CheckPlatform, ManageCourses, ManagePlatforms, RegisterByLink];
/** From a platform's login to a session. */
const LAUNCHES = [
  AdmitLaunch,
  BeginLaunch,
  ForgetLaunches,
  ProveBrowser,
  ReadFrameOrigins,
  RedeemTicket,
  Refusals,
  VerifyLaunch,
];
const HANDLERS = [
  AcceptDeploymentResponder,
  AddRegistrationLinkResponder,
  BeginLaunchResponder,
  CheckPlatformResponder,
  FrameOriginsResponder,
  ListDeploymentsResponder,
  ListLaunchProblemsResponder,
  ListRegistrationLinksResponder,
  ProveBrowserResponder,
  RedeemTicketResponder,
  RegisterByLinkResponder,
  VerifyLaunchResponder,
  ListPlatformsResponder,
  ReadKeySetResponder,
  RegisterPlatformResponder,
  RemovePlatformResponder,
];

/** Knows learning platforms and training EHRs, and is the only service that asks hosts that are not ours. */
@Module({})
export class IntegrationModule {
  static forConfig(config: IntegrationConfig): DynamicModule {
    return {
      module: IntegrationModule,
      imports: [
        PlatformModule.forService('integration', config),
        ServiceHttpModule,
        SealingModule.forService(config, loadLearnerKeys),
        PersistenceModule.forService({ schema: 'integration', entities: ENTITIES, migrations: MIGRATIONS }),
        PeriodicModule.running(
          ...PERIODIC,
          { name: 'forget-cds', everyMs: HOURLY, useCase: ForgetCds },
          { name: 'forget-launches', everyMs: HOURLY / 12, useCase: ForgetLaunches },
        ),
        QueueModule.serving('integration', 'integration-interactive'),
      ],
      providers: [
        configuredOutboundHttp(config),
        { provide: TOOL_KEYS, useFactory: () => FolderToolKeys.from(loadLtiKeys(config.KEYS_DIR)) },
        { provide: KEY_SETS, useClass: CachedKeySets },
        { provide: LINKED_CONTENTS, useClass: QueueLinkedContents },
        { provide: PLATFORM_PROBE, useClass: HttpPlatformProbe },
        { provide: PLATFORM_REGISTRAR, useClass: HttpPlatformRegistrar },
        ...settingsOf(config),
        ...STORES,
        ...gradesOf(config),
        RelayedOutbox,
        { provide: CDS_SANDBOX, useValue: publicSandbox(config.CDS_HOOKS_SANDBOX) },
        { provide: FEEDBACK_KEPT_SECONDS, useValue: config.RETENTION_CDS_FEEDBACK_SECONDS },
        ...EHR,
        ...USE_CASES,
        ...LAUNCHES,
        ...HANDLERS,
      ],
    };
  }
}
