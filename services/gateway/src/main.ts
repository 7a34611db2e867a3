import fastifyCookie from '@fastify/cookie';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  LOGGER,
  main,
  Metrics,
  readGatewayConfig,
  runService,
  type GatewayConfig,
  type Logger,
} from '@openrounds/platform';
import { GatewayModule } from './gateway.module';
import { Admission } from './http/admission';
import { addAnswerHeaders } from './http/answer-headers';
import { letOriginsCall } from './http/cds-origins';
import { serveConsole, serveLecture, serveProblems } from './http/documentation';
import { answerProblem } from './http/errors.filter';
import { CONTENT_SECURITY } from './http/launch-pages/framed';
import { serveLaunch } from './http/launch-pages/serve-launch';
import { addHooks, createAdapter } from './http/server-hooks';
import { serveSwagger } from './http/swagger-pages';
import { CdsOrigins } from './use-cases/cds/cds-origins';
import { Launches } from './use-cases/launches/launches';

async function configure(app: NestFastifyApplication, config: GatewayConfig): Promise<void> {
  const server = app.getHttpAdapter().getInstance();
  await addAnswerHeaders(server, config.SECURE_COOKIES);
  addHooks(server, config, app.get(Metrics), app.get(Admission));
  letOriginsCall(server, app.get(CdsOrigins));
  await server.register(fastifyCookie);
  // Pages stand outside Nest, and so does what answers their errors.
  await server.register(async (pages) => {
    const logger = app.get<Logger>(LOGGER);
    pages.setErrorHandler((error, request, reply) => {
      answerProblem(error, request, reply, logger);
    });
    serveSwagger(pages, config.OPENAPI_FILE, CONTENT_SECURITY);
    serveProblems(pages);
    if (config.CONSOLE_DIR === undefined) return;
    await serveConsole(pages, config.CONSOLE_DIR);
    serveLecture(pages, config.CONSOLE_DIR);
    serveLaunch(pages, config.CONSOLE_DIR, app.get(Launches));
  });
}

main(async () => {
  const config = readGatewayConfig();
  await runService({
    name: 'gateway',
    config,
    module: GatewayModule.forConfig(config),
    adapter: createAdapter(config.TRUSTED_PROXIES),
    configure: (app) => configure(app, config),
  });
});
