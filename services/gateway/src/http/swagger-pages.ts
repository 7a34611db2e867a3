import { type FastifyHelmetOptions } from '@fastify/helmet';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';

/** What is told to those who ask, besides the body; the rest is of the connection. */
const PASSED_ON = [
  'content-type',
  'cache-control',
  'etag',
  'last-modified',
  'accept-ranges',
  'content-range',
];
/** The document is as large as it is and never changes: it is written out once. */
const WRITTEN_ONCE = ['/openapi.json', '/openapi.yaml'];

interface Security {
  readonly useDefaults: boolean;
  readonly directives: Readonly<Record<string, string[]>>;
}

/**
 * The contract for people (`/docs`) and for programs (`/openapi.json`, `/openapi.yaml`). Swagger UI has style elements in
 * its page, and no scripts: `/docs` alone may have those.
 *
 * @param openApiFile the committed document
 * @param security of every other page
 */
export function serveSwagger(server: FastifyInstance, openApiFile: string, security: Security): void {
  const directives = { ...security.directives, styleSrc: ["'self'", "'unsafe-inline'"] };
  const helmet: FastifyHelmetOptions = { contentSecurityPolicy: { ...security, directives } };
  const pass = passTo(onceMade(() => swaggerApplication(openApiFile)));
  for (const path of ['/docs', '/docs/*']) server.get(path, { helmet }, pass);
  for (const path of WRITTEN_ONCE) server.get(path, pass);
}

@Module({})
class SwaggerPages {}

/** An application of its own, made when somebody first looks: it and its library would be a twentieth of every start. */
async function swaggerApplication(openApiFile: string): Promise<FastifyInstance> {
  const document = parse(await readFile(openApiFile, 'utf8')) as OpenAPIObject;
  const app = await NestFactory.create<NestFastifyApplication>(SwaggerPages, new FastifyAdapter(), {
    abortOnError: false,
  });
  SwaggerModule.setup('docs', app, () => document, {
    jsonDocumentUrl: 'openapi.json',
    yamlDocumentUrl: 'openapi.yaml',
    customSiteTitle: `${document.info.title} API`,
    // It would show the document to a server of others. Open tags hold two hundred operations, which a page takes long to draw.
    swaggerOptions: { validatorUrl: null, docExpansion: 'none', filter: true },
  });
  await app.init();
  return app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
}

/** What could not be made is tried again by whoever asks next. */
function onceMade<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}

type Answered = Awaited<ReturnType<FastifyInstance['inject']>>;

/** Asks the application within this process, and gives its answer as ours. */
const passTo = (application: () => Promise<FastifyInstance>) => {
  const written = new Map<string, Answered>();
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const [path = ''] = request.url.split('?');
    const answer = written.get(path) ?? (await ask(await application(), request, path));
    if (answer.statusCode === 404) {
      reply.callNotFound();
      return reply;
    }
    if (WRITTEN_ONCE.includes(path) && answer.statusCode === 200) written.set(path, answer);
    for (const name of PASSED_ON) {
      const value = answer.headers[name];
      if (value !== undefined) void reply.header(name, value);
    }
    return reply.status(answer.statusCode).send(answer.rawPayload);
  };
};

/** Of a page that is the same for everybody: neither who asks nor from where is told further. */
const ask = (application: FastifyInstance, { headers }: FastifyRequest, url: string): Promise<Answered> => {
  const known = {
    'if-none-match': headers['if-none-match'],
    'if-modified-since': headers['if-modified-since'],
  };
  const conditions = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined));
  return application.inject({ method: 'GET', url, headers: conditions });
};
