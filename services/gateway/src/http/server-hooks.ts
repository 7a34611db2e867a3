import { DomainError, OPERATIONS, type Language, type Operation } from '@openrounds/contracts';
import { continueTrace, newId, withContext, type GatewayConfig, type Metrics } from '@openrounds/platform';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { type FastifyBodyParser, type FastifyInstance, type preParsingAsyncHookHandler } from 'fastify';
import { type Admission } from './admission';
import { type ApiRequest } from './api-request';
import { requireKeyOfTeacher, wantsMoreThanPhones } from './class-network';
import { isNestedDeeper } from './nesting';
import { routeOf } from './operate';
import { repeatedKey } from './repeated-key';
import { throwAway } from './rest-of-body';

export const BODY_LIMIT_BYTES = 1024 * 1024;
const OPERATIONS_BY_ROUTE = new Map(
  Object.values<Operation>(OPERATIONS).map((operation) => [
    `${operation.method.toUpperCase()} ${routeOf(operation)}`,
    operation,
  ]),
);
/** Browsers bring the forms of learning platforms; nothing else takes one. */
const FORM = 'application/x-www-form-urlencoded';
const FORM_LIMIT_BYTES = 64 * 1024;
const DEEPEST = 64;
/** From the first byte of a request to its last: a document of the largest size on a slow line. */
const REQUEST_TIMEOUT_MS = 5 * 60_000;
const REQUEST_ID = /^[\w.:-]{1,100}$/;
const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]'];

/**
 * A server that gives every request an id: the caller's, where it is a plain one.
 *
 * @param trustedProxies addresses or networks whose X-Forwarded-For is believed
 */
export const createAdapter = (trustedProxies: readonly string[]): FastifyAdapter =>
  new FastifyAdapter({
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    genReqId: ({ headers }: { headers: Record<string, unknown> }) => {
      const given = headers['x-request-id'];
      return typeof given === 'string' && REQUEST_ID.test(given) ? given : newId();
    },
  });

/** What happens around every request, before any route sees it. */
export function addHooks(
  server: FastifyInstance,
  config: Pick<GatewayConfig, 'ALLOWED_HOSTS' | 'CLASS_ORIGIN' | 'PUBLIC_URL'>,
  metrics: Pick<Metrics, 'requests'>,
  admission: Pick<Admission, 'admit'>,
): void {
  const { CLASS_ORIGIN: classOrigin, PUBLIC_URL: publicUrl } = config;
  const ownHosts = [classOrigin ?? [], publicUrl ?? []].flat().map((origin) => new URL(origin).hostname);
  const hosts = new Set([...LOOPBACK_NAMES, ...config.ALLOWED_HOSTS, ...ownHosts]);
  server.removeContentTypeParser(['text/plain', 'application/json']);
  const json = ['application/json', 'application/fhir+json'];
  server.addContentTypeParser(json, { parseAs: 'buffer' }, jsonParser(server));
  server.addContentTypeParser('text/csv', { parseAs: 'buffer' }, readText('malformed-table'));
  const files = ['application/yaml', 'application/x-ndjson'];
  server.addContentTypeParser(files, { parseAs: 'buffer' }, readText('invalid-request'));
  const form = { parseAs: 'buffer', bodyLimit: FORM_LIMIT_BYTES } as const;
  server.addContentTypeParser(FORM, form, readForm);
  server.addHook('onRoute', (route) => {
    const operation = OPERATIONS_BY_ROUTE.get(`${String(route.method)} ${route.url}`);
    if (operation === undefined || operation.method === 'get') return;
    if (operation.largestBody !== undefined) route.bodyLimit = operation.largestBody;
    // What is wrong there is told by a page, which is written where the request is handled.
    if (operation.page === true) route.bodyLimit = FORM_LIMIT_BYTES;
    else route.preParsing = admitBeforeBody(operation, admission);
  });
  server.addHook('onRequest', (request, reply, done) => {
    const prepared = request as ApiRequest;
    prepared.traceparent = continueTrace(one(request.headers.traceparent));
    prepared.chosenLanguage = chosenLanguage(request.query, one(request.headers['accept-language']));
    prepared.language = prepared.chosenLanguage ?? 'en';
    void reply.header('x-request-id', request.id);
    withContext({ requestId: request.id, traceparent: prepared.traceparent }, () => {
      done(
        isServed(request.url, request.headers.host, hosts) ? undefined : new DomainError('host-not-allowed'),
      );
    });
  });
  if (classOrigin !== undefined)
    server.addHook('onRequest', (request, _reply, done) => {
      if (wantsMoreThanPhones(request as ApiRequest)) requireKeyOfTeacher(request as ApiRequest);
      done();
    });
  server.addHook('preParsing', (request, reply, _body, done) => {
    if (request.is404 && request.method !== 'GET') done(new DomainError('not-found'));
    else if (isPlain(one(request.headers['content-encoding']))) done();
    else {
      void reply.header('accept-encoding', 'identity').header('connection', 'close');
      done(new DomainError('unsupported-media-type', 'The body is compressed: send it as it is'));
    }
  });
  server.addHook('onSend', async ({ raw }, _reply, payload) => {
    await throwAway(raw);
    return payload;
  });
  server.addHook('onResponse', (request, reply, done) => {
    const operation = `${request.method} ${request.routeOptions.url ?? 'unknown'}`;
    metrics.requests.observe({ operation, status: String(reply.statusCode) }, reply.elapsedTime / 1000);
    done();
  });
}

/**
 * A body is read only of somebody who was let in: to read one of 1 MiB as JSON takes a tenth of a second in which nobody else is
 * answered. One that is larger than others and does not say its size counts as the largest; what still comes of a large one
 * that is refused is thrown away, within bounds.
 */
const admitBeforeBody =
  (operation: Operation, admission: Pick<Admission, 'admit'>): preParsingAsyncHookHandler =>
  async (request, reply) => {
    const { largestBody: largest = BODY_LIMIT_BYTES } = operation;
    const announced = request.headers['content-length'];
    const prepared = request as ApiRequest;
    if (announced !== undefined) prepared.bodyBytes = Math.min(Number(announced), largest);
    else if (operation.largestBody !== undefined) prepared.bodyBytes = largest;
    try {
      await admission.admit(operation, prepared);
    } catch (error) {
      if ((prepared.bodyBytes ?? 0) > BODY_LIMIT_BYTES) void reply.header('connection', 'close');
      throw error;
    }
  };

/** JSON is UTF-8 (RFC 8259): other bytes are refused, not replaced; so are `__proto__`, `constructor` and keys given twice. */
function jsonParser(server: FastifyInstance): FastifyBodyParser<Buffer> {
  const parse = server.getDefaultJsonParser('error', 'error');
  const decoder = new TextDecoder('utf-8', { fatal: true });
  return (request, body, done) => {
    (request as ApiRequest).bodyBytes = body.length;
    if (isNestedDeeper(body, DEEPEST)) {
      done(tooDeep());
      return;
    }
    let text: string;
    try {
      text = decoder.decode(body);
    } catch {
      done(new DomainError('malformed-json', 'The body is not UTF-8'));
      return;
    }
    void parse(request, text, (error, value) => {
      const repeated = error === null ? repeatedKey(text) : undefined;
      if (repeated === undefined) done(error, value);
      else done(givenTwice(repeated));
    });
  };
}

/** Texts are UTF-8 too: in another encoding the letters of their names would be replaced. */
const readText =
  (refusal: 'malformed-table' | 'invalid-request'): FastifyBodyParser<Buffer> =>
  (request, body, done) => {
    (request as ApiRequest).bodyBytes = body.length;
    try {
      done(null, new TextDecoder('utf-8', { fatal: true }).decode(body));
    } catch {
      done(new DomainError(refusal, 'The body is not UTF-8'));
    }
  };

const readForm: FastifyBodyParser<Buffer> = (request, body, done) => {
  if (request.routeOptions.url?.startsWith('/lti/') === true) done(null, body.toString('latin1'));
  else done(new DomainError('unsupported-media-type'));
};

const one = (header: string | string[] | undefined): string | undefined =>
  Array.isArray(header) ? header[0] : header;

/** A body in a coding is not unpacked: a small one may become a large one, which no limit has counted. */
const isPlain = (coding = 'identity'): boolean => ['', 'identity'].includes(coding.trim().toLowerCase());

/** Probes come by address, not by name; they tell nothing. */
const isServed = (url: string, host: string | undefined, hosts: ReadonlySet<string>): boolean =>
  url.startsWith('/health/') ||
  url === '/metrics' ||
  hosts.has((host ?? '').replace(/:\d+$/, '').toLowerCase());

/**
 * `?lang=` before `Accept-Language`; the first of its languages that we speak, by its order of preference. Undefined
 * where the request leaves it to us.
 */
export function chosenLanguage(query: unknown, accept: string | undefined): Language | undefined {
  const asked = typeof query === 'object' && query !== null && 'lang' in query ? query.lang : undefined;
  if (asked === 'en' || asked === 'zh') return asked;
  const wanted = (accept ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.find((each) => each.trim().startsWith('q='))?.split('=')[1];
      return { tag, quality: quality === undefined ? 1 : Number(quality) };
    })
    .sort((a, b) => b.quality - a.quality)
    .find(({ tag, quality }) => quality > 0 && /^(en|zh)(-|$)/.test(tag));
  if (wanted === undefined) return undefined;
  return wanted.tag.startsWith('zh') ? 'zh' : 'en';
}

const givenTwice = (pointer: string): DomainError =>
  new DomainError('invalid-request', 'A key is given twice', [
    { pointer, code: 'repeated-key', message: 'given twice in one object; give it once' },
  ]);

const tooDeep = (): DomainError =>
  new DomainError('invalid-request', 'The body is nested too deeply', [
    { pointer: '', code: 'too-deep', message: `nested deeper than ${String(DEEPEST)} levels` },
  ]);
