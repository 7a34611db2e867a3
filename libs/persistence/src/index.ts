/** Postgres for services: data source, migrations, transactions and the transactional outbox. */
export { type ServiceDatabase, createDataSource, dataSourceOptions } from './data-source';
export { pendingSchemaChanges, runMigrations } from './migrations';
export { CreateOutbox1763596800000 } from './outbox/create-outbox.migration';
export { type NewMessage, Outbox, type OutboxBacklog } from './outbox/outbox';
export { OutboxMessage } from './outbox/outbox-message.entity';
export {
  type OutboxRelay,
  type OutboxRelayOptions,
  type RelayTarget,
  startOutboxRelay,
} from './outbox/outbox-relay';
export { inTransaction } from './transaction';
export { PersistenceModule } from './nest/persistence.module';
export { DATA_SOURCE } from './nest/tokens';
export { CreateHoldCase1795324056373 } from './erasure/create-hold-case.migration';
export { ErasedCaseEntity, HELD_CASE, rememberErasure, wasErased } from './erasure/erased-case.entity';
export { type DataSource } from 'typeorm';
export {
  type RewrapOptions,
  type RewrapProgress,
  rewrapSeals,
  type SealedColumn,
} from './seals/rewrap-seals';
export { rewrapService, type SealedService } from './seals/rewrap-service';
