import {
  API_VERSION,
  ERROR_CODES,
  built,
  type Lazily,
  oneTypeEach,
  OPERATIONS,
  Problem,
  type ErrorCode,
  type Operation,
  type OperationRole,
} from '@openrounds/contracts';
import { z } from 'zod';
import {
  createDocument,
  type ZodOpenApiObject,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponsesObject,
} from 'zod-openapi';

const HEADERS = {
  'Idempotency-Key': z
    .string()
    .min(1)
    .max(255)
    .optional()
    .meta({ description: 'The same key and body give the first answer again' }),
  Prefer: z
    .string()
    .optional()
    .meta({ description: '`wait=N` waits up to N seconds (0 to 30) for the end', example: 'wait=20' }),
  'If-Match': z
    .string()
    .meta({ description: 'The version that the change is made to, by its ETag', example: '"1"' }),
  'Last-Event-ID': z.string().optional().meta({ description: 'The last event that was seen' }),
} as const;

const ANSWER_HEADERS = {
  Location: z.string().meta({ description: 'Where the resource is' }),
  ETag: z.string().meta({ description: 'The version of the case, for `If-Match`' }),
} as const;

const ALWAYS_POSSIBLE = ['internal', 'host-not-allowed'] as const;
/** Who somebody is stands in the database, which may be away. */
const WHEN_SIGNED_IN = ['unauthenticated', 'forbidden', 'rate-limited', 'dependency-unavailable'] as const;

const errorsOf = ({ roles, knows, counts, errors }: Operation): readonly ErrorCode[] => [
  ...new Set<ErrorCode>([
    ...errors,
    ...(roles === 'public' && knows === undefined ? [] : WHEN_SIGNED_IN),
    ...(counts === 'nothing' ? [] : (['rate-limited'] as const)),
    ...ALWAYS_POSSIBLE,
  ]),
];

/** Errors of one status share a response: its description names their codes. */
function errorResponses(operation: Operation): ZodOpenApiResponsesObject {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of errorsOf(operation)) {
    const { status } = ERROR_CODES[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      String(status),
      {
        description: codes.map((code) => `${code}: ${ERROR_CODES[code].title}`).join('. '),
        content: { 'application/problem+json': { schema: Problem } },
      },
    ]),
  );
}

/** Answers of the running product, by operation id. */
export type Examples = Readonly<Record<string, unknown>>;

const successResponses = ({ success }: Operation, example: unknown): ZodOpenApiResponsesObject =>
  Object.fromEntries(
    Object.entries(success).map(
      ([
        status,
        { description, schema, mediaType = 'application/json', otherMediaTypes = {}, headers = [] },
      ]) => [
        status,
        {
          description,
          ...(headers.length === 0
            ? {}
            : { headers: z.object(Object.fromEntries(headers.map((name) => [name, ANSWER_HEADERS[name]]))) }),
          ...(schema === undefined
            ? {}
            : {
                content: {
                  [mediaType]: { schema: built(schema), ...(example === undefined ? {} : { example }) },
                  ...contentOf(otherMediaTypes),
                },
              }),
        },
      ],
    ),
  );

const contentOf = (bodies: Readonly<Record<string, Lazily<z.ZodType>>>) =>
  Object.fromEntries(
    Object.entries(bodies).map(([mediaType, schema]) => [mediaType, { schema: built(schema) }]),
  );

const rolesOf = ({ roles, knows = [] }: Operation): OperationRole[] => [
  ...(roles === 'public' ? knows : roles),
];

/** The empty requirement says that an operation answers whoever gives no credentials, too. */
function securityOf(operation: Operation): Record<string, never[]>[] {
  const roles = rolesOf(operation);
  return [
    ...(operation.roles === 'public' && roles.length > 0 ? [{}] : []),
    ...(roles.length > 0 ? [{ bearer: [] }] : []),
    ...(roles.some((role) => role !== 'participant') ? [{ session: [] }] : []),
    ...(operation.seatCookie === true ? [{ seat: [] }] : []),
  ];
}

function operationObject(
  operationId: string,
  operation: Operation,
  example: unknown,
): ZodOpenApiOperationObject {
  const { tag, summary, description, params, query, body, otherBodies = {}, headers = [] } = operation;
  const bodies = { ...(body === undefined ? {} : { 'application/json': body }), ...otherBodies };
  return {
    operationId,
    tags: [tag],
    summary,
    description: description ?? summary,
    security: securityOf(operation),
    'x-roles': rolesOf(operation),
    ...(operation.page === true ? { 'x-page': true } : {}),
    requestParams: {
      ...(params === undefined ? {} : { path: built(params) }),
      ...(query === undefined ? {} : { query: built(query) }),
      ...(headers.length === 0
        ? {}
        : { header: z.object(Object.fromEntries(headers.map((name) => [name, HEADERS[name]]))) }),
    },
    ...(Object.keys(bodies).length === 0
      ? {}
      : { requestBody: { required: true, content: contentOf(bodies) } }),
    responses: { ...successResponses(operation, example), ...errorResponses(operation) },
  };
}

function paths(examples: Examples): ZodOpenApiPathsObject {
  const result: ZodOpenApiPathsObject = {};
  for (const [id, operation] of Object.entries<Operation>(OPERATIONS)) {
    result[operation.path] = {
      ...result[operation.path],
      [operation.method]: operationObject(id, operation, examples[id]),
    };
  }
  return result;
}

const TAGS: Readonly<Record<string, string>> = {
  Cases: 'Cases, de-identified, as they were understood',
  Runs: 'Ranked differentials and their explanations',
  Rooms: 'A case in front of a class: joining, answers, what is shown, results',
  Assignments: 'Cases that learners take alone, and their attempts',
  Classes: 'Classes, the learners in them, and what is held of each',
  Teaching: 'Cases to teach with: built in, and of teachers',
  Knowledge: 'The knowledge base behind the numbers',
  Guidelines: 'Guideline passages',
  'Learning platforms': 'Learning management systems that courses are taught in (LTI 1.3)',
  'Learning records': 'Packages and launches by cmi5, and the systems that keep records of them (xAPI)',
  'Training EHRs': 'Training systems of hospitals that may call',
  'CDS Hooks': 'What these systems ask, at the paths that CDS Hooks 2.0 fixes',
  Log: 'The append-only log of explanations',
  Access: 'Sessions and API keys',
  Tutor: 'Questions about a run, answered from its evidence by a language model',
  Patient:
    'Questions to the patient of a teaching case, answered from what is told of it by a language model',
  Drafts: 'Questions and feedback that a language model drafts; teachers edit and release them',
  Settings: 'What an institution decides for itself',
  Service: 'Health, metrics and versions',
};

/** The OpenAPI 3.1 document of the public contract: made from the operations table, written nowhere else. */
export function openApiDocument(examples: Examples) {
  const document: ZodOpenApiObject = {
    openapi: '3.1.0',
    info: {
      title: 'OpenRounds',
      version: API_VERSION,
      description:
        'Ranks diagnoses by calibrated probability and explains every number. For teaching only, not for the care of patients; not a medical device.',
      contact: { name: 'OpenRounds maintainers', url: 'https://openrounds.invalid' },
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: 'http://127.0.0.1:3000', description: 'The embedded default' }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    components: {
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          description: 'An API key, a JWT of the configured issuer, or the token of a room or a class',
        },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'openrounds_session',
          description:
            'A browser session; writes also send X-CSRF-Token. Behind TLS the name begins with __Host-',
        },
        seat: {
          type: 'apiKey',
          in: 'cookie',
          name: 'openrounds_seat',
          description:
            'Set by joining a room; opens its events and nothing else. Behind TLS the name begins with __Secure-',
        },
      },
    },
    paths: paths(examples),
  };
  return oneTypeEach(createDocument(document));
}
