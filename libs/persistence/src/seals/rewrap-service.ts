import {
  createLogger,
  loadSealingKeys,
  readServiceConfig,
  Sealer,
  type ServiceConfig,
} from '@openrounds/platform';
import { createDataSource, type ServiceDatabase } from '../data-source';
import { rewrapSeals, type SealedColumn } from './rewrap-seals';

/** One service's part of a rotation, as a process of its own beside the running ones: same role, same keys. */
export interface SealedService {
  readonly name: string;
  readonly schema: ServiceDatabase['schema'];
  readonly columns: readonly SealedColumn[];
}

/** Wraps all seals of a service anew and logs how far it is. The exit code is 1 where one could not be opened. */
export async function rewrapService(
  service: SealedService,
  config: ServiceConfig = readServiceConfig(),
): Promise<void> {
  const logger = createLogger(service.name, config.LOG_LEVEL);
  const dataSource = await createDataSource({
    url: config.DATABASE_URL,
    schema: service.schema,
    entities: [],
    migrations: [],
    poolSize: 1,
    applicationName: `${service.schema}-rewrap`,
  }).initialize();
  try {
    const sealer = new Sealer(loadSealingKeys(config.KEYS_DIR));
    const done = await rewrapSeals(dataSource, sealer, service.columns, {
      onProgress: (progress) => {
        logger.info({ ...progress }, 'wrapping seals anew');
      },
      onBroken: (table, column, key, reason) => {
        logger.error({ table, column, key, reason }, 'seal cannot be opened');
      },
    });
    const sum = (of: 'rewrapped' | 'broken') => done.reduce((total, column) => total + column[of], 0);
    const [rewrapped, broken] = [sum('rewrapped'), sum('broken')];
    logger.info({ keyId: sealer.currentKeyId, rewrapped, broken }, 'all seals were looked at');
    if (broken > 0) process.exitCode = 1;
  } finally {
    await dataSource.destroy();
  }
}
