import fastifyCookie from '@fastify/cookie';
import fastifyHelmet from '@fastify/helmet';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { main, Metrics, readGatewayConfig, runService, type GatewayConfig } from '@openrounds/platform';
import { GatewayModule } from './gateway.module';
import { serveConsole, serveDocumentation, serveLecture } from './http/documentation';
import { addHooks, createAdapter } from './http/server-hooks';

/** Everything is served from here: no inline script or style, no other host. */
const CONTENT_SECURITY = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    baseUri: ["'self'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    imgSrc: ["'self'", 'data:'],
    objectSrc: ["'none'"],
    scriptSrcAttr: ["'none'"],
  },
};

async function configure(app: NestFastifyApplication, config: GatewayConfig): Promise<void> {
  const server = app.getHttpAdapter().getInstance();
  addHooks(server, config, app.get(Metrics));
  await server.register(fastifyCookie);
  await server.register(fastifyHelmet, {
    contentSecurityPolicy: CONTENT_SECURITY,
    strictTransportSecurity: config.SECURE_COOKIES,
  });
  await serveDocumentation(server, config.OPENAPI_FILE);
  if (config.CONSOLE_DIR === undefined) return;
  await serveConsole(server, config.CONSOLE_DIR);
  serveLecture(server, config.CONSOLE_DIR);
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
