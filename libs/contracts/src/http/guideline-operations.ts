import { z } from 'zod';
import { PageQuery, Slug, Uuid } from '../primitives';
import {
  GuidelineDocument,
  GuidelineDocumentList,
  GuidelineImports,
  GuidelineQuery,
  GuidelineSearchAnswer,
  ImportGuidelineInput,
  MAX_DOCUMENT_BODY_BYTES,
  PassagePage,
} from './guidelines';
import { LanguageQuery } from './knowledge';
import { AUTHORS, EVERYONE, INTERACTIVE, ok, type Operation, READ, TEACHERS, WRITE } from './operation';

const tag = 'Guidelines';
const byId = z.object({ id: Uuid });

/** Passages of guidelines, and the documents that an institution imported. */
export const GUIDELINE_OPERATIONS = {
  searchGuidelines: {
    method: 'get',
    path: '/v1/guidelines/search',
    tag,
    roles: EVERYONE,
    summary: 'Guideline passages by words or disease',
    description:
      'Passages of the knowledge base and of the documents that your own institution imported, in one order.',
    query: () => GuidelineQuery,
    success: ok(() => GuidelineSearchAnswer),
    errors: [...READ, ...INTERACTIVE],
  },
  getGuidelinePassage: {
    method: 'get',
    path: '/v1/guidelines/passages/{id}',
    tag,
    roles: EVERYONE,
    summary: 'A guideline passage with its document, its neighbours there and passages that advise otherwise',
    params: () => z.object({ id: Slug }),
    query: () => LanguageQuery,
    success: ok(() => PassagePage),
    errors: [...READ, 'not-found', 'knowledge-unavailable', ...INTERACTIVE],
  },
  importGuidelineDocument: {
    method: 'post',
    path: '/v1/guidelines/documents',
    tag,
    roles: AUTHORS,
    summary: 'Import a guideline document of your institution, for its own searches and runs',
    description:
      'A PDF, Word, HTML or Markdown file is split by its headings into passages, which nobody else ever sees. The same file is the same document: 200 with the one that is there. 413, 415 and 422 say why a file is not taken. A newer edition names what it `supersedes`, which is then shown after all others.',
    headers: ['Idempotency-Key'],
    body: () => ImportGuidelineInput,
    largestBody: MAX_DOCUMENT_BODY_BYTES,
    success: {
      200: { description: 'The document that was imported before', schema: () => GuidelineDocument },
      201: { description: 'The document', schema: () => GuidelineDocument, headers: ['Location'] },
    },
    errors: [...WRITE, 'idempotency-key-reused', 'overloaded', ...INTERACTIVE],
  },
  listGuidelineImports: {
    method: 'get',
    path: '/v1/guidelines/imports',
    tag,
    roles: AUTHORS,
    summary: 'How far the imports of your institution are that are under way',
    description:
      'The newest first. An import appears when its file is read and split, and is gone when it is complete: told apart by the `sha256` of the file.',
    success: ok(() => GuidelineImports),
    errors: [...READ, ...INTERACTIVE],
  },
  listGuidelineDocuments: {
    method: 'get',
    path: '/v1/guidelines/documents',
    tag,
    roles: TEACHERS,
    summary: 'The documents that your institution imported, newest first',
    query: () => PageQuery,
    success: ok(() => GuidelineDocumentList),
    errors: [...READ, ...INTERACTIVE],
  },
  getGuidelineDocument: {
    method: 'get',
    path: '/v1/guidelines/documents/{id}',
    tag,
    roles: TEACHERS,
    summary: 'A document that your institution imported, without its text',
    params: () => byId,
    success: ok(() => GuidelineDocument),
    errors: [...READ, 'not-found', ...INTERACTIVE],
  },
  withdrawGuidelineDocument: {
    method: 'delete',
    path: '/v1/guidelines/documents/{id}',
    tag,
    roles: AUTHORS,
    summary: 'Take a document of your institution out of searches and new runs',
    description: 'What old runs show of it stays, and its passages keep their addresses.',
    params: () => byId,
    success: { 204: { description: 'Withdrawn' } },
    errors: [...READ, 'not-found', ...INTERACTIVE],
  },
} as const satisfies Readonly<Record<string, Operation>>;
