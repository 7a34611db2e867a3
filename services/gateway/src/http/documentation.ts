import { ERROR_CODES, type ErrorCode } from '@openrounds/contracts';
import fastifyStatic from '@fastify/static';
import { type FastifyInstance } from 'fastify';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const problemPage = (code: ErrorCode): string => {
  const { status, title } = ERROR_CODES[code];
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${code}</title><h1>${title}</h1><p>Code <code>${code}</code>, HTTP status ${String(status)}.</p><p><a href="/docs/">API documentation</a></p></html>`;
};

const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(ERROR_CODES, code);

/** A page for each problem type, where the problem documents point to. */
export function serveProblems(server: FastifyInstance): void {
  server.get<{ Params: { code: string } }>('/problems/:code', (request, reply) => {
    const { code } = request.params;
    return isErrorCode(code)
      ? reply.type('text/html; charset=utf-8').send(problemPage(code))
      : reply.callNotFound();
  });
}

/** The console's pages besides the first; it reads from the address which of them is meant. */
const CONSOLE_PAGES = [
  '/library',
  '/assignments',
  '/assignments/:id',
  '/attempts/:id',
  '/author',
  '/passages',
  '/passages/:id',
  '/guidelines',
  '/settings',
  '/training-ehrs',
  '/ehr-imports',
  '/ehr-imports/:id',
  '/learning-platforms',
  '/record-stores',
  '/sources',
  '/verify',
] as const;

/** The console's files; every one is known at start, so that an unknown path stays a 404 problem. */
export async function serveConsole(server: FastifyInstance, dir: string): Promise<void> {
  await server.register(fastifyStatic, { root: dir, prefix: '/', wildcard: false, decorateReply: false });
  for (const page of CONSOLE_PAGES) {
    server.get(page, async (_request, reply) =>
      reply.type('text/html; charset=utf-8').send(await readFile(join(dir, 'index.html'))),
    );
  }
}

/** Pages with a document of their own. A phone comes in by hand with the code, or by the QR code that holds it. */
const LECTURE_PAGES = [
  ['/lecture', 'lecture.html'],
  ['/join', 'phone.html'],
  ['/j/:code', 'phone.html'],
] as const;

/** The pages of a lecture, whatever the code: the page itself asks whether there is such a room. */
export function serveLecture(server: FastifyInstance, dir: string): void {
  for (const [path, file] of LECTURE_PAGES) {
    server.get(path, async (_request, reply) =>
      reply.type('text/html; charset=utf-8').send(await readFile(join(dir, file))),
    );
  }
}
