import { type FastifyInstance } from 'fastify';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type Launches } from '../../use-cases/launches/launches';
import { type ApiReply, type ApiRequest } from '../api-request';
import { jobMeta } from '../job-meta';
import { NOBODY } from '../nobody';
import { allowFrames } from './framed';

const Query = z.object({ of: z.uuid() });

/** The console, and the page for phones in a room. */
const PAGES = [
  ['/launch', 'index.html'],
  ['/launch/room', 'phone.html'],
] as const;

/** The pages that a launch ends on: shown in a frame of the platform that launched, and of nobody else. */
export function serveLaunch(
  server: FastifyInstance,
  dir: string,
  launches: Pick<Launches, 'frameOrigins'>,
): void {
  for (const [path, file] of PAGES)
    server.get(path, async (request, reply) => {
      const { data } = Query.safeParse(request.query);
      const meta = jobMeta(request as ApiRequest, NOBODY);
      if (data !== undefined) {
        const { frameOrigins, answerOrigin } = await launches.frameOrigins(meta, data.of);
        allowFrames(reply as ApiReply, frameOrigins, answerOrigin);
      }
      return reply.type('text/html; charset=utf-8').send(await readFile(join(dir, file)));
    });
}
