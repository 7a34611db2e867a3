import { type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type ServiceConfig } from '../config/service-config';
import { type Logger } from '../logging/logger';
import { collectGarbage, collectWhenIdle } from './idle-collection';
import { NestLogger } from './nest-logger';
import { LOGGER } from './tokens';

export interface ServiceDefinition {
  readonly name: string;
  readonly config: ServiceConfig;
  readonly module: Type | Parameters<typeof NestFactory.create>[0];
  readonly adapter?: FastifyAdapter;
  /** Routes, hooks and parsers, before the service listens. */
  readonly configure?: (app: NestFastifyApplication) => Promise<void> | void;
}

/**
 * Starts a service: builds its module (migrations and workers start with it), listens, tells the process that
 * launched it (if any) that it is ready, and stops in order on SIGTERM, SIGINT or when its launcher is gone.
 * With `MIGRATE_ONLY` it ends once its module stands, before any worker starts and without listening.
 */
export async function runService(definition: ServiceDefinition): Promise<void> {
  const { name, config } = definition;
  const app = await NestFactory.create<NestFastifyApplication>(
    definition.module,
    definition.adapter ?? new FastifyAdapter(),
    // Bodies are the gateway's business: it brings a parser of its own.
    { bufferLogs: true, abortOnError: false, bodyParser: false },
  );
  const logger = app.get<Logger>(LOGGER);
  app.useLogger(new NestLogger(logger));
  if (config.MIGRATE_ONLY) {
    logger.info(`the schema of ${name} is up to date`);
    await app.close();
    return;
  }
  await definition.configure?.(app);
  stopInOrder(app, logger, config.SHUTDOWN_SECONDS);
  await app.listen(config.PORT, config.HOST);
  const address = app.getHttpServer().address();
  const port = typeof address === 'object' && address !== null ? address.port : config.PORT;
  // Reading knowledge leaves garbage as large as itself.
  collectGarbage();
  collectWhenIdle();
  logger.info({ port }, `${name} is ready`);
  process.send?.({ type: 'ready', service: name, port });
}

/** One orderly stop, however often it is asked for; a part that hangs does not keep the process for ever. */
function stopInOrder(app: NestFastifyApplication, logger: Logger, seconds: number): void {
  let stopping = false;
  const stop = (why: string): void => {
    if (stopping) return;
    stopping = true;
    logger.info({ why }, 'stopping');
    const deadline = setTimeout(() => {
      logger.warn('a part did not stop in time');
      process.exit(1);
    }, seconds * 1000);
    deadline.unref();
    app.close().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error({ err: error }, 'stopping failed');
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', () => {
    stop('SIGTERM');
  });
  process.once('SIGINT', () => {
    stop('SIGINT');
  });
  if (process.send !== undefined) {
    process.once('disconnect', () => {
      stop('the launcher is gone');
    });
  }
}

/** Runs `start` and ends the process with the reason, on one line, if it fails. */
export function main(start: () => Promise<void>): void {
  start().catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${reason}\n`);
    process.exit(1);
  });
}
