import { type FastifyInstance } from 'fastify';
import { type CdsOrigins } from '../use-cases/cds/cds-origins';
import { type ApiRequest } from './api-request';
import { jobMeta } from './job-meta';
import { NOBODY } from './nobody';

/** Shown in cards, by pages of other sites. */
const ICON = '/card-icon.png';

const OURS = /^\/cds-services(?:[/?]|$)/;

/**
 * Lets pages of registered training EHRs call CDS Hooks, and no other page anything (Fetch Standard, "CORS protocol"): no
 * credentials of browsers, and the two methods and headers of the specification.
 */
export function letOriginsCall(server: FastifyInstance, origins: Pick<CdsOrigins, 'mayCall'>): void {
  server.addHook('onSend', async (request, reply) => {
    if (request.url === ICON) void reply.header('cross-origin-resource-policy', 'cross-origin');
  });
  server.addHook('onRequest', async (request, reply) => {
    const { origin } = request.headers;
    if (origin === undefined || !OURS.test(request.url)) return;
    void reply.header('vary', 'origin');
    if (!(await origins.mayCall(jobMeta(request as ApiRequest, NOBODY), origin))) return;
    void reply.header('access-control-allow-origin', origin);
    if (request.method !== 'OPTIONS') return;
    void reply.header('access-control-allow-methods', 'GET, POST');
    void reply.header('access-control-allow-headers', 'authorization, content-type');
    void reply.header('access-control-max-age', '600');
    await reply.status(204).send();
  });
}
