import { type Provider } from '@nestjs/common';
import { BundleStore } from '@openrounds/knowledge';
import { HOURLY, loadSmartKeys, type IntegrationConfig, type PeriodicWork } from '@openrounds/platform';
import { BundleTerminologies } from './adapters/bundle-terminologies';
import { FolderSmartKeys } from './adapters/folder-smart-keys';
import { HttpEhrRecords } from './adapters/http-ehr-records';
import { TypeOrmEhrImports } from './persistence/typeorm-ehr-imports';
import { EHR_IMPORTS } from './ports/ehr-imports';
import { EHR_RECORDS } from './ports/ehr-records';
import { SMART_KEYS } from './ports/smart-keys';
import { TERMINOLOGIES } from './ports/terminologies';
import { BeginEhrImportResponder } from './processors/begin-ehr-import.responder';
import { DropEhrImportResponder } from './processors/drop-ehr-import.responder';
import { KnowsFhirServerResponder } from './processors/knows-fhir-server.responder';
import { ListEhrConnectionsResponder } from './processors/list-ehr-connections.responder';
import { ReadEhrImportResponder } from './processors/read-ehr-import.responder';
import { ReadEhrProcessor } from './processors/read-ehr.processor';
import { ReadPrefetchResponder } from './processors/read-prefetch.responder';
import { ReadSmartKeySetResponder } from './processors/read-smart-key-set.responder';
import { ReturnEhrImportResponder } from './processors/return-ehr-import.responder';
import { BeginEhrImport } from './use-cases/smart/begin-ehr-import';
import { FollowEhrImports } from './use-cases/smart/follow-ehr-imports';
import { ReadEhr } from './use-cases/smart/read-ehr';
import { ReadPrefetch } from './use-cases/smart/read-prefetch';
import { ReturnFromEhr } from './use-cases/smart/return-from-ehr';

/** Training patients by SMART App Launch, and what calls by CDS Hooks did not bring. */
export const smartOf = (config: IntegrationConfig): Provider[] => [
  { provide: BundleStore, useValue: new BundleStore(config.KNOWLEDGE_DIR) },
  { provide: EHR_IMPORTS, useClass: TypeOrmEhrImports },
  { provide: EHR_RECORDS, useClass: HttpEhrRecords },
  { provide: SMART_KEYS, useFactory: () => FolderSmartKeys.from(loadSmartKeys(config.KEYS_DIR)) },
  { provide: TERMINOLOGIES, useClass: BundleTerminologies },
  BeginEhrImport,
  FollowEhrImports,
  ReadEhr,
  ReadPrefetch,
  ReturnFromEhr,
  BeginEhrImportResponder,
  DropEhrImportResponder,
  KnowsFhirServerResponder,
  ListEhrConnectionsResponder,
  ReadEhrImportResponder,
  ReadEhrProcessor,
  ReadPrefetchResponder,
  ReadSmartKeySetResponder,
  ReturnEhrImportResponder,
];

/** What was read is gone within a minute of its time. */
export const SMART_PERIODIC: PeriodicWork[] = [
  { name: 'forget-ehr-imports', everyMs: HOURLY / 60, useCase: FollowEhrImports },
];
