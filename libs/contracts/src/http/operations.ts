import { z } from 'zod';
import { type ErrorCode } from '../errors/error-codes';
import {
  LanguageQuery as Lang,
  KnowledgeInfo,
  FindingList,
  FindingQuery,
  DiseaseList,
  Disease,
  ListQuery,
  PresentingProblemList,
  TestList,
} from './knowledge';
import { Uuid, PageQuery, Slug, page } from '../primitives';
import { Case, CaseInput, CaseQuery, IntakePreview, IntakePreviewInput } from './case';
import { CreateCaseVersionInput } from './correction';
import { GuidelineQuery, GuidelineSearchAnswer } from './guidelines';
import { FindingTable, ImportDocument, ImportedCase, ImportFormat } from './import';
import { Explanation, LogCheckpoint, LogEntry, LogEntryList } from './log';
import { CreateRunInput, Run, RunList, RunQuery, WhatIfAnswer, WhatIfInput } from './run';
import { CompareQuery, Comparison, Counterfactual, Stages } from './run-views';
import { ComputeScoreInput, ScoreList, ScoreQuery, ScoreResult } from './scores';
import { Live, Meta, Ready } from './service';
import {
  ActOnTeachingCaseInput,
  CaseForecast,
  CreateTeachingCaseInput,
  ExportCaseQuery,
  ImportCasesInput,
  ImportCasesText,
  ImportedCases,
  LibraryList,
  LibraryQuery,
  PortableCase,
  ReviewTeachingCaseInput,
  TeachingCase,
  TeachingCaseList,
  TeachingCaseListQuery,
  TeachingCaseQuery,
} from './teaching-case';
import { ApiKeyList, CreateApiKeyInput, CreateSessionInput, NewApiKey, Session, type Role } from './session';

/** One way in which an operation succeeds. */
export interface Success {
  readonly description: string;
  readonly schema?: z.ZodType;
  readonly mediaType?: string;
  readonly headers?: readonly ('Location' | 'ETag')[];
}

/** One operation of the public API: the OpenAPI document, the routes, the checks and the roles come from here. */
export interface Operation {
  readonly method: 'get' | 'post' | 'delete';
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  /** `public` needs no credentials; the others list who may call it. */
  readonly roles: readonly Role[] | 'public';
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  /** As `application/json`. */
  readonly body?: z.ZodType;
  /** The same in other media types. */
  readonly otherBodies?: Readonly<Record<string, z.ZodType>>;
  readonly headers?: readonly ('Idempotency-Key' | 'Prefer' | 'If-Match' | 'Last-Event-ID')[];
  readonly success: Readonly<Record<number, Success>>;
  readonly errors: readonly ErrorCode[];
}

const EVERYONE = ['student', 'teacher', 'author', 'admin'] as const;
const TEACHERS = ['teacher', 'author', 'admin'] as const;

const READ = ['invalid-request'] as const;
const WRITE = ['malformed-json', 'unsupported-media-type', 'too-large', 'invalid-request'] as const;
const INTERACTIVE = ['dependency-unavailable'] as const;

const ok = (schema: z.ZodType, description = 'As asked') => ({ 200: { description, schema } });
const caseId = z.object({ id: Uuid });
const runId = z.object({ id: Uuid });

/** What every act on a teaching case may answer besides its own. */
const ON_TEACHING_CASE = [
  'not-found',
  'case-erased',
  'built-in-case',
  'knowledge-unavailable',
  ...INTERACTIVE,
] as const;
/** One act on a teaching case: `POST /v1/teaching-cases/{id}:act`. */
const actOnTeachingCase = <
  Body extends z.ZodType,
  Error extends ErrorCode,
  Roles extends readonly Role[],
>(given: {
  readonly act: string;
  readonly roles: Roles;
  readonly summary: string;
  readonly description?: string;
  readonly body: Body;
  readonly errors: readonly Error[];
}) => {
  const { act, errors, ...rest } = given;
  return {
    ...rest,
    method: 'post' as const,
    path: `/v1/teaching-cases/{id}:${act}`,
    tag: 'Teaching',
    params: caseId,
    success: {
      200: { description: 'The case as it is now', schema: TeachingCase, headers: ['ETag' as const] },
    },
    errors: [...WRITE, ...ON_TEACHING_CASE, 'stale-version' as const, ...errors],
  };
};
const AUTHORS = ['author', 'admin'] as const;

const define = <T extends Record<string, Operation>>(operations: T): T => operations;

export const OPERATIONS = define({
  createCase: {
    method: 'post',
    path: '/v1/cases',
    tag: 'Cases',
    roles: TEACHERS,
    summary: 'Store a case, de-identified, as it was understood',
    headers: ['Idempotency-Key'],
    body: CaseInput,
    success: { 201: { description: 'The stored case', schema: Case, headers: ['Location', 'ETag'] } },
    errors: [...WRITE, 'idempotency-key-reused', ...INTERACTIVE, 'overloaded'],
  },
  listCases: {
    method: 'get',
    path: '/v1/cases',
    tag: 'Cases',
    roles: TEACHERS,
    summary: 'The stored cases, newest first',
    query: PageQuery,
    success: ok(
      page(Case)
        .extend({
          unreadable: z
            .number()
            .int()
            .min(1)
            .optional()
            .describe('Cases of this page that are left out because what is stored of them cannot be opened'),
          notice: z.string(),
        })
        .meta({ id: 'CaseList' }),
    ),
    errors: [...READ, ...INTERACTIVE],
  },
  getCase: {
    method: 'get',
    path: '/v1/cases/{id}',
    tag: 'Cases',
    roles: TEACHERS,
    summary: 'One case in its newest version, or in the one asked for',
    params: caseId,
    query: CaseQuery,
    success: { 200: { description: 'As asked', schema: Case, headers: ['ETag'] } },
    errors: [...READ, 'not-found', 'case-erased', ...INTERACTIVE],
  },
  createCaseVersion: {
    method: 'post',
    path: '/v1/cases/{id}/versions',
    tag: 'Cases',
    roles: TEACHERS,
    summary: 'Correct what was understood of a case; the corrections are kept with it',
    description:
      "Makes the next version of the case. `If-Match` names the version that was corrected, by its `ETag`. A correction overrides what was read or given and stands in every later run of the case; a later one of the same finding takes its place. Spans count in the case's narrative.",
    headers: ['If-Match', 'Idempotency-Key'],
    params: caseId,
    body: CreateCaseVersionInput,
    success: {
      201: { description: 'The case in its new version', schema: Case, headers: ['Location', 'ETag'] },
    },
    errors: [
      ...WRITE,
      'not-found',
      'case-erased',
      'stale-version',
      'version-required',
      'idempotency-key-reused',
      'knowledge-unavailable',
      ...INTERACTIVE,
    ],
  },
  eraseCase: {
    method: 'delete',
    path: '/v1/cases/{id}',
    tag: 'Cases',
    roles: TEACHERS,
    summary: 'Erase a case, its runs and every copy; the leaf of the log stays',
    params: caseId,
    success: { 204: { description: 'Erased here; the other services acknowledge within moments' } },
    errors: [...READ, 'not-found', 'case-erased'],
  },
  importCase: {
    method: 'post',
    path: '/v1/import/{format}',
    tag: 'Cases',
    roles: TEACHERS,
    summary: 'Store a case that comes from elsewhere: FHIR R4, a Phenopacket or a table of findings',
    description:
      'What is coded in HPO, LOINC, ICD-10 or our own ids becomes the case; everything else is named in `rejected`, with a pointer into what was sent. No text, name, identifier or true date is taken: dates are moved by whole days together. Of statements that contradict one another the more recent is kept. FHIR is sent as `application/fhir+json` or `application/json`, a Phenopacket as `application/json`, a table as `text/csv`.',
    headers: ['Idempotency-Key'],
    params: z.object({ format: ImportFormat }),
    body: ImportDocument,
    otherBodies: { 'application/fhir+json': ImportDocument, 'text/csv': FindingTable },
    success: { 201: { description: 'The stored case', schema: ImportedCase, headers: ['Location', 'ETag'] } },
    errors: [...WRITE, 'malformed-table', 'idempotency-key-reused', ...INTERACTIVE, 'overloaded'],
  },
  previewIntake: {
    method: 'post',
    path: '/v1/intake/preview',
    tag: 'Cases',
    roles: TEACHERS,
    summary: 'What the product understands of a text, before any run; nothing is stored',
    body: IntakePreviewInput,
    success: ok(IntakePreview),
    errors: [...WRITE, ...INTERACTIVE],
  },
  createRun: {
    method: 'post',
    path: '/v1/runs',
    tag: 'Runs',
    roles: TEACHERS,
    summary: 'Rank the diagnoses of a case',
    description:
      'Answers 202 at once; with `Prefer: wait=N` (0 to 30 s) 200 with the finished run if it ends in time.',
    headers: ['Idempotency-Key', 'Prefer'],
    body: CreateRunInput,
    success: {
      200: { description: 'The finished run', schema: Run },
      202: { description: 'Accepted; see Location', schema: Run },
    },
    errors: [
      ...WRITE,
      'not-found',
      'case-erased',
      'idempotency-key-reused',
      'overloaded',
      'knowledge-unavailable',
    ],
  },
  listRuns: {
    method: 'get',
    path: '/v1/runs',
    tag: 'Runs',
    roles: TEACHERS,
    summary: 'The runs, newest first',
    query: RunQuery,
    success: ok(RunList),
    errors: READ,
  },
  getRun: {
    method: 'get',
    path: '/v1/runs/{id}',
    tag: 'Runs',
    roles: TEACHERS,
    summary: 'A run, as far as it is',
    params: runId,
    query: Lang,
    success: ok(Run),
    errors: [...READ, 'not-found', 'case-erased'],
  },
  streamRunEvents: {
    method: 'get',
    path: '/v1/runs/{id}/events',
    tag: 'Runs',
    roles: TEACHERS,
    summary: 'The sections of a run as they become known (server-sent events)',
    params: runId,
    query: Lang,
    headers: ['Last-Event-ID'],
    success: {
      200: {
        description: 'Events; each carries the same shape as the field of the run',
        schema: z.string(),
        mediaType: 'text/event-stream',
      },
    },
    errors: [...READ, 'not-found', 'case-erased'],
  },
  whatIf: {
    method: 'post',
    path: '/v1/runs/{id}/what-if',
    tag: 'Runs',
    roles: TEACHERS,
    summary: 'The list if some findings were otherwise; nothing is stored',
    params: runId,
    query: Lang,
    body: WhatIfInput,
    success: ok(WhatIfAnswer),
    errors: [...WRITE, 'not-found', 'run-not-ready', 'case-erased', ...INTERACTIVE],
  },
  compareDiseases: {
    method: 'get',
    path: '/v1/runs/{id}/compare',
    tag: 'Runs',
    roles: TEACHERS,
    summary: 'Two diseases of a run head to head, and what would separate them',
    params: runId,
    query: CompareQuery,
    success: ok(Comparison),
    errors: [...READ, 'not-found', 'run-not-ready', 'case-erased', ...INTERACTIVE],
  },
  getCounterfactual: {
    method: 'get',
    path: '/v1/runs/{id}/counterfactual',
    tag: 'Runs',
    roles: TEACHERS,
    summary: 'The smallest change of the case that puts another disease first',
    params: runId,
    query: Lang,
    success: ok(Counterfactual),
    errors: [...READ, 'not-found', 'run-not-ready', 'case-erased', ...INTERACTIVE],
  },
  getStages: {
    method: 'get',
    path: '/v1/runs/{id}/stages',
    tag: 'Runs',
    roles: TEACHERS,
    summary: 'The case revealed step by step, with the list after each step',
    params: runId,
    query: Lang,
    success: ok(Stages),
    errors: [...READ, 'not-found', 'run-not-ready', 'case-erased', ...INTERACTIVE],
  },
  getExplanation: {
    method: 'get',
    path: '/v1/runs/{id}/explanation',
    tag: 'Runs',
    roles: TEACHERS,
    summary: 'The explanation record as it was frozen in the log',
    params: runId,
    success: ok(Explanation),
    errors: [...READ, 'not-found', 'run-not-ready', 'case-erased', ...INTERACTIVE],
  },
  listLibrary: {
    method: 'get',
    path: '/v1/library',
    tag: 'Teaching',
    roles: EVERYONE,
    summary: 'The cases that can be taken: published by teachers, and built in',
    description:
      'Cards only. A card has no key, and no field from which one could be told; titles are as their authors wrote them.',
    query: LibraryQuery,
    success: ok(LibraryList),
    errors: [...READ, 'knowledge-unavailable', ...INTERACTIVE],
  },
  createTeachingCase: {
    method: 'post',
    path: '/v1/teaching-cases',
    tag: 'Teaching',
    roles: TEACHERS,
    summary: 'Store a teaching case of your own as a draft',
    description:
      'Texts are de-identified before they are stored, and rest sealed. `checks` says what keeps the case from being published; a draft may have any mistake.',
    headers: ['Idempotency-Key'],
    body: CreateTeachingCaseInput,
    success: {
      201: { description: 'The draft', schema: TeachingCase, headers: ['Location', 'ETag'] },
    },
    errors: [
      ...WRITE,
      'case-erased',
      'idempotency-key-reused',
      'knowledge-unavailable',
      ...INTERACTIVE,
      'overloaded',
    ],
  },
  listTeachingCases: {
    method: 'get',
    path: '/v1/teaching-cases',
    tag: 'Teaching',
    roles: TEACHERS,
    summary: "The teachers' own cases, newest first",
    query: TeachingCaseListQuery,
    success: ok(TeachingCaseList),
    errors: [...READ, ...INTERACTIVE],
  },
  getTeachingCase: {
    method: 'get',
    path: '/v1/teaching-cases/{id}',
    tag: 'Teaching',
    roles: TEACHERS,
    summary:
      'A teaching case with its key, built in or of a teacher, in its newest version or in the one asked for',
    params: caseId,
    query: TeachingCaseQuery,
    success: { 200: { description: 'As asked', schema: TeachingCase, headers: ['ETag'] } },
    errors: [...READ, 'not-found', 'case-erased', 'knowledge-unavailable', ...INTERACTIVE],
  },
  createTeachingCaseVersion: {
    method: 'post',
    path: '/v1/teaching-cases/{id}/versions',
    tag: 'Teaching',
    roles: TEACHERS,
    summary: 'Change a case of your own; what is published stays beside the new draft',
    description: '`If-Match` names the version that was changed, by its `ETag`.',
    headers: ['If-Match', 'Idempotency-Key'],
    params: caseId,
    body: CreateTeachingCaseInput,
    success: {
      201: {
        description: 'The case in its new version',
        schema: TeachingCase,
        headers: ['Location', 'ETag'],
      },
    },
    errors: [
      ...WRITE,
      ...ON_TEACHING_CASE,
      'stale-version',
      'version-required',
      'idempotency-key-reused',
      'overloaded',
    ],
  },
  submitTeachingCase: actOnTeachingCase({
    act: 'submit',
    roles: TEACHERS,
    summary: 'Hand a draft to its reviewers',
    body: ActOnTeachingCaseInput,
    errors: [],
  }),
  reviewTeachingCase: actOnTeachingCase({
    act: 'review',
    roles: TEACHERS,
    summary: "Agree with another teacher's key, or say what should be changed",
    body: ReviewTeachingCaseInput,
    errors: ['review-own-case', 'case-not-submitted', 'overloaded'],
  }),
  publishTeachingCase: actOnTeachingCase({
    act: 'publish',
    roles: AUTHORS,
    summary: 'Put the newest version into the library',
    description:
      'Somebody besides the author must have agreed with it, except in an installation of one person, where the case is marked as not read by a second one. Mistakes are named with pointers into the body.',
    body: ActOnTeachingCaseInput,
    errors: ['needs-review', 'case-not-publishable'],
  }),
  retireTeachingCase: actOnTeachingCase({
    act: 'retire',
    roles: AUTHORS,
    summary: 'Take a case out of the library',
    body: ActOnTeachingCaseInput,
    errors: [],
  }),
  copyTeachingCase: {
    method: 'post',
    path: '/v1/teaching-cases/{id}:copy',
    tag: 'Teaching',
    roles: TEACHERS,
    summary: 'Make a draft of your own out of any case that you can read',
    headers: ['Idempotency-Key'],
    params: caseId,
    body: ActOnTeachingCaseInput,
    success: {
      201: { description: 'The draft', schema: TeachingCase, headers: ['Location', 'ETag'] },
    },
    errors: [
      ...WRITE,
      'not-found',
      'case-erased',
      'idempotency-key-reused',
      'knowledge-unavailable',
      ...INTERACTIVE,
    ],
  },
  getCaseForecast: {
    method: 'get',
    path: '/v1/teaching-cases/{id}/forecast',
    tag: 'Teaching',
    roles: TEACHERS,
    summary: 'What the engine would say after each stage of a case',
    description:
      'Computed when a version is stored, or when it is first asked for: 503 with `Retry-After` until it is there.',
    params: caseId,
    query: TeachingCaseQuery,
    success: ok(CaseForecast),
    errors: [
      ...READ,
      'not-found',
      'case-erased',
      'case-not-understood',
      'knowledge-unavailable',
      ...INTERACTIVE,
    ],
  },
  exportTeachingCase: {
    method: 'get',
    path: '/v1/teaching-cases/{id}/export',
    tag: 'Teaching',
    roles: TEACHERS,
    summary: 'A case as a file for another installation',
    params: caseId,
    query: ExportCaseQuery,
    success: { 200: { description: 'As JSON, or with `as=yaml` as YAML', schema: PortableCase } },
    errors: [...READ, 'not-found', 'case-erased', 'knowledge-unavailable', ...INTERACTIVE],
  },
  importTeachingCases: {
    method: 'post',
    path: '/v1/teaching-cases/import',
    tag: 'Teaching',
    roles: TEACHERS,
    summary: 'Store cases of another installation as drafts of your own',
    description:
      'One case or a list of them as JSON, several documents as YAML, or one case a line as JSON lines; at most 200. What is not of the format, or was changed since it was exported, is named in `rejected`; the others are stored.',
    headers: ['Idempotency-Key'],
    body: ImportCasesInput,
    otherBodies: { 'application/yaml': ImportCasesText, 'application/x-ndjson': ImportCasesText },
    success: { 201: { description: 'What became drafts, and what did not', schema: ImportedCases } },
    errors: [...WRITE, 'idempotency-key-reused', 'knowledge-unavailable', ...INTERACTIVE, 'overloaded'],
  },
  deleteTeachingCase: {
    method: 'delete',
    path: '/v1/teaching-cases/{id}',
    tag: 'Teaching',
    roles: TEACHERS,
    summary: 'Erase a case of your own with its versions and reviews',
    params: caseId,
    success: { 204: { description: 'Erased' } },
    errors: [...READ, ...ON_TEACHING_CASE],
  },
  searchFindings: {
    method: 'get',
    path: '/v1/findings',
    tag: 'Knowledge',
    roles: EVERYONE,
    summary: 'Findings by name or synonym, clinical or lay, in either language',
    query: FindingQuery,
    success: ok(FindingList),
    errors: READ,
  },
  listDiseases: {
    method: 'get',
    path: '/v1/diseases',
    tag: 'Knowledge',
    roles: EVERYONE,
    summary: 'The diseases of the knowledge base',
    query: ListQuery,
    success: ok(DiseaseList),
    errors: READ,
  },
  getDisease: {
    method: 'get',
    path: '/v1/diseases/{id}',
    tag: 'Knowledge',
    roles: EVERYONE,
    summary: 'The illness script of a disease, with its numbers and their sources',
    params: z.object({ id: Slug }),
    query: Lang,
    success: ok(Disease),
    errors: [...READ, 'not-found'],
  },
  listPresentingProblems: {
    method: 'get',
    path: '/v1/presenting-problems',
    tag: 'Knowledge',
    roles: EVERYONE,
    summary: 'What must not be missed and what is common, by presenting problem',
    query: ListQuery,
    success: ok(PresentingProblemList),
    errors: READ,
  },
  listTests: {
    method: 'get',
    path: '/v1/tests',
    tag: 'Knowledge',
    roles: EVERYONE,
    summary: 'The tests that can be suggested',
    query: ListQuery,
    success: ok(TestList),
    errors: READ,
  },
  listScores: {
    method: 'get',
    path: '/v1/scores',
    tag: 'Knowledge',
    roles: EVERYONE,
    summary: 'The clinical scores that can be computed, with their inputs and how they are read',
    query: ScoreQuery,
    success: ok(ScoreList),
    errors: READ,
  },
  computeScore: {
    method: 'post',
    path: '/v1/scores/{id}',
    tag: 'Knowledge',
    roles: EVERYONE,
    summary: 'Compute a clinical score; missing inputs leave a range',
    description:
      'A missing input is never taken as 0 or as normal: the answer is then the range of values that the score can still have. No score changes a probability.',
    params: z.object({ id: Slug }),
    query: Lang,
    body: ComputeScoreInput,
    success: ok(ScoreResult),
    errors: [...WRITE, 'not-found'],
  },
  getKnowledge: {
    method: 'get',
    path: '/v1/knowledge',
    tag: 'Knowledge',
    roles: EVERYONE,
    summary: 'Version, counts, sources, licences and calibration of the knowledge base',
    query: Lang,
    success: ok(KnowledgeInfo),
    errors: READ,
  },
  searchGuidelines: {
    method: 'get',
    path: '/v1/guidelines/search',
    tag: 'Guidelines',
    roles: EVERYONE,
    summary: 'Guideline passages by words or disease',
    query: GuidelineQuery,
    success: ok(GuidelineSearchAnswer),
    errors: [...READ, ...INTERACTIVE],
  },
  getLogEntry: {
    method: 'get',
    path: '/v1/log/entries/{index}',
    tag: 'Log',
    roles: TEACHERS,
    summary: 'One entry of the explanation log',
    params: z.object({ index: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER) }),
    success: ok(LogEntry),
    errors: [...READ, 'not-found', ...INTERACTIVE],
  },
  listLogEntries: {
    method: 'get',
    path: '/v1/log/entries',
    tag: 'Log',
    roles: TEACHERS,
    summary: 'The entries of the explanation log, oldest first',
    description:
      'For export and audit: leaf hashes of all entries, records and salts of your own tenant. A page may be shorter than `limit` where records are large; `nextCursor` is null after the last entry.',
    query: PageQuery,
    success: ok(LogEntryList),
    errors: [...READ, ...INTERACTIVE],
  },
  getCheckpoint: {
    method: 'get',
    path: '/v1/log/checkpoint',
    tag: 'Log',
    roles: EVERYONE,
    summary: 'The signed size and root hash of the log',
    success: ok(LogCheckpoint),
    errors: INTERACTIVE,
  },
  createSession: {
    method: 'post',
    path: '/v1/session',
    tag: 'Access',
    roles: 'public',
    summary: 'Exchange the start-up code for a session cookie and a CSRF token',
    description:
      'The code is printed by `npm start`, is good once and only straight from the machine itself. An API key or a token in `Authorization` opens a session too; one of a token ends with the token.',
    body: CreateSessionInput,
    success: { 201: { description: 'Signed in', schema: Session } },
    errors: [...WRITE, 'unauthenticated', 'request-not-direct', 'rate-limited', ...INTERACTIVE],
  },
  getSession: {
    method: 'get',
    path: '/v1/session',
    tag: 'Access',
    roles: EVERYONE,
    summary: 'Who this browser is signed in as',
    success: ok(Session),
    errors: [],
  },
  endSession: {
    method: 'delete',
    path: '/v1/session',
    tag: 'Access',
    roles: EVERYONE,
    summary: 'Sign out',
    success: { 204: { description: 'Signed out' } },
    errors: [],
  },
  createApiKey: {
    method: 'post',
    path: '/v1/api-keys',
    tag: 'Access',
    roles: ['admin'],
    summary: 'Make an API key; it is shown once',
    body: CreateApiKeyInput,
    headers: ['Idempotency-Key'],
    success: { 201: { description: 'The key', schema: NewApiKey } },
    errors: [...WRITE, 'idempotency-key-reused'],
  },
  listApiKeys: {
    method: 'get',
    path: '/v1/api-keys',
    tag: 'Access',
    roles: ['admin'],
    summary: 'The API keys, without the keys',
    query: PageQuery,
    success: ok(ApiKeyList),
    errors: READ,
  },
  revokeApiKey: {
    method: 'delete',
    path: '/v1/api-keys/{id}',
    tag: 'Access',
    roles: ['admin'],
    summary: 'Revoke an API key',
    params: z.object({ id: Uuid }),
    success: { 204: { description: 'Revoked' } },
    errors: [...READ, 'not-found'],
  },
  live: {
    method: 'get',
    path: '/health/live',
    tag: 'Service',
    roles: 'public',
    summary: 'The process answers',
    success: ok(Live),
    errors: [],
  },
  ready: {
    method: 'get',
    path: '/health/ready',
    tag: 'Service',
    roles: 'public',
    summary: 'Each dependency by name',
    success: {
      200: { description: 'Ready, or degraded', schema: Ready },
      503: { description: 'Not ready', schema: Ready },
    },
    errors: [],
  },
  metrics: {
    method: 'get',
    path: '/metrics',
    tag: 'Service',
    roles: 'public',
    summary: 'Prometheus metrics',
    success: { 200: { description: 'Metrics', schema: z.string(), mediaType: 'text/plain' } },
    errors: [],
  },
  getMeta: {
    method: 'get',
    path: '/v1/meta',
    tag: 'Service',
    roles: 'public',
    summary: 'Versions, languages and limits',
    query: Lang,
    success: ok(Meta),
    errors: READ,
  },
});

export type OperationId = keyof typeof OPERATIONS;
