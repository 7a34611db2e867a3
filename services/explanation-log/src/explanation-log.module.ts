import { Module, type DynamicModule } from '@nestjs/common';
import { PersistenceModule } from '@openrounds/persistence';
import {
  loadLogKey,
  PlatformModule,
  ServiceHttpModule,
  type ExplanationLogConfig,
} from '@openrounds/platform';
import { AnswerReader, QueueModule } from '@openrounds/run-flow';
import { noteSigner, witnessVerifier } from '@openrounds/transparency-log';
import { HeadFile } from './adapters/head-file';
import { QueueRankings } from './adapters/queue-rankings';
import { ENTITIES } from './persistence/entities';
import { MIGRATIONS } from './persistence/migrations';
import { TypeOrmLog } from './persistence/typeorm-log';
import { HEAD_MEMORY } from './ports/head-memory';
import { LOG_STORE } from './ports/log-store';
import { LOG_WITNESSES } from './ports/log-witnesses';
import { NOTE_SIGNER } from './ports/note-signer';
import { AddCosignatureResponder } from './processors/add-cosignature.responder';
import { AppendErasureProcessor } from './processors/append-erasure.processor';
import { AppendRecordProcessor } from './processors/append-record.processor';
import { EraseCaseProcessor } from './processors/erase-case.processor';
import { FinaliseExplanationProcessor } from './processors/finalise-explanation.processor';
import { GetCheckpointResponder } from './processors/get-checkpoint.responder';
import { GetExplanationResponder } from './processors/get-explanation.responder';
import { GetLogEntryResponder } from './processors/get-log-entry.responder';
import { GetLogTileResponder } from './processors/get-log-tile.responder';
import { ListLogEntriesResponder } from './processors/list-log-entries.responder';
import { ProveConsistencyResponder } from './processors/prove-consistency.responder';
import { ProveInclusionResponder } from './processors/prove-inclusion.responder';
import { AddCosignature } from './use-cases/add-cosignature';
import { AppendRecord } from './use-cases/append-record';
import { EraseRecords } from './use-cases/erase-records';
import { FinaliseExplanation } from './use-cases/finalise-explanation';
import { GuardHead } from './use-cases/guard-head';
import { ProveLog } from './use-cases/prove-log';
import { ReadLog } from './use-cases/read-log';
import { WatchHead } from './use-cases/watch-head';

const RANKINGS = [
  QueueRankings,
  {
    provide: AnswerReader,
    inject: [QueueRankings],
    useFactory: (rankings: QueueRankings) => new AnswerReader((payload) => rankings.ask(payload)),
  },
];
const USE_CASES = [
  AddCosignature,
  AppendRecord,
  EraseRecords,
  FinaliseExplanation,
  GuardHead,
  ProveLog,
  ReadLog,
  WatchHead,
];
const HANDLERS = [
  AddCosignatureResponder,
  AppendErasureProcessor,
  AppendRecordProcessor,
  EraseCaseProcessor,
  FinaliseExplanationProcessor,
  GetCheckpointResponder,
  GetExplanationResponder,
  GetLogEntryResponder,
  GetLogTileResponder,
  ListLogEntriesResponder,
  ProveConsistencyResponder,
  ProveInclusionResponder,
];

/** Keeps the append-only log of explanations and signs its head. */
@Module({})
export class ExplanationLogModule {
  static forConfig(config: ExplanationLogConfig): DynamicModule {
    const signer = noteSigner(config.LOG_ORIGIN, loadLogKey(config.KEYS_DIR).privateKey);
    return {
      module: ExplanationLogModule,
      imports: [
        PlatformModule.forService('explanation-log', config),
        ServiceHttpModule,
        PersistenceModule.forService({
          schema: 'explanation_log',
          entities: ENTITIES,
          migrations: MIGRATIONS,
        }),
        QueueModule.serving('explanation-log', 'explanation-log-interactive'),
      ],
      providers: [
        { provide: NOTE_SIGNER, useValue: signer },
        { provide: LOG_WITNESSES, useValue: config.LOG_WITNESSES.map(witnessVerifier) },
        { provide: HEAD_MEMORY, useValue: new HeadFile(config.LOG_HEAD_FILE, config.LOG_ORIGIN) },
        { provide: LOG_STORE, useClass: TypeOrmLog },
        ...RANKINGS,
        ...USE_CASES,
        ...HANDLERS,
      ],
    };
  }
}
