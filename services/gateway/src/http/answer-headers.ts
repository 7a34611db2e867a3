import fastifyHelmet from '@fastify/helmet';
import { type FastifyInstance } from 'fastify';
import { CONTENT_SECURITY } from './launch-pages/framed';

/**
 * What every answer tells a browser, a refusal as well: registered before whatever may refuse. What the API answers is
 * somebody's own and kept nowhere, unless the operation says so.
 *
 * @param secure behind TLS
 */
export async function addAnswerHeaders(server: FastifyInstance, secure: boolean): Promise<void> {
  await server.register(fastifyHelmet, {
    contentSecurityPolicy: CONTENT_SECURITY,
    strictTransportSecurity: secure,
  });
  server.addHook('onRequest', (request, reply, done) => {
    if (request.url.startsWith('/v1/')) void reply.header('cache-control', 'no-store');
    done();
  });
}
