import { z } from 'zod';
import { PageQuery, Uuid } from '../primitives';
import { Case } from './case';
import { INTERACTIVE, ok, type Operation, READ, TEACHERS, WRITE } from './operation';
import {
  AcceptEhrImportInput,
  BegunEhrImport,
  EhrConnectionList,
  EhrImport,
  EhrImportInput,
  SmartKeySet,
} from './smart';

const tag = 'Training EHRs';
const byId = z.object({ id: Uuid });
const PAGE = ['not-found', 'rate-limited', ...INTERACTIVE] as const;

/**
 * Training patients by SMART App Launch 2. It signs nobody in: who launches is a teacher here already. What is wrong on the two
 * pages is told by a page. Without a public address of the installation each of them is not found.
 */
export const SMART_OPERATIONS = {
  launchFromEhr: {
    method: 'get',
    path: '/smart/launch',
    tag,
    roles: 'public',
    counts: 'launches',
    page: true,
    summary: 'Begin a launch from a training EHR (SMART App Launch 2)',
    success: { 303: { description: 'To the console, which signs in and goes on' } },
    errors: PAGE,
  },
  returnFromEhr: {
    method: 'get',
    path: '/smart/callback',
    tag,
    roles: 'public',
    counts: 'launches',
    page: true,
    summary: 'Take what a training EHR granted',
    success: { 303: { description: 'To the preview, or to the run that a card led from' } },
    errors: PAGE,
  },
  getSmartKeySet: {
    method: 'get',
    path: '/smart/jwks',
    tag,
    roles: 'public',
    counts: 'launches',
    summary: 'Our public keys, for training EHRs',
    success: ok(() => SmartKeySet),
    errors: [...READ, 'not-found', ...INTERACTIVE],
  },
  listEhrConnections: {
    method: 'get',
    path: '/v1/ehr-connections',
    tag,
    roles: TEACHERS,
    summary: 'The training EHRs that a patient may be brought from, newest first',
    query: () => PageQuery,
    success: ok(() => EhrConnectionList),
    errors: [...READ, ...INTERACTIVE],
  },
  beginEhrImport: {
    method: 'post',
    path: '/v1/ehr-imports',
    tag,
    roles: TEACHERS,
    summary: 'Begin to bring a training patient from an EHR',
    description:
      'The browser keeps a secret by cookie, goes to `authorizationUrl` and comes back to `/ehr-imports/{id}` within ten minutes. `not-found` for an EHR that your institution has not registered for SMART; `ehr-unavailable` where it does not answer as SMART App Launch 2 asks (PKCE by S256).',
    body: () => EhrImportInput,
    success: { 201: { description: 'Begun', schema: () => BegunEhrImport } },
    errors: [...WRITE, 'not-found', 'ehr-unavailable', ...INTERACTIVE],
  },
  getEhrImport: {
    method: 'get',
    path: '/v1/ehr-imports/{id}',
    tag,
    roles: TEACHERS,
    summary: 'What was read of the patient, for whoever began the import',
    description:
      'Sex, age and coded facts. Names, identifiers, addresses, notes and true dates are counted and not taken. It goes after ten minutes, or when it is accepted.',
    params: () => byId,
    success: ok(() => EhrImport),
    errors: [...READ, 'not-found', 'knowledge-unavailable', ...INTERACTIVE],
  },
  acceptEhrImport: {
    method: 'post',
    path: '/v1/ehr-imports/{id}/accept',
    tag,
    roles: TEACHERS,
    summary: 'Make a case of what was read, and forget the rest',
    description:
      'Twice gives the same case while the import is there. `invalid-request` where nothing of the record could be used.',
    params: () => byId,
    body: () => AcceptEhrImportInput,
    success: { 201: { description: 'The stored case', schema: () => Case, headers: ['Location', 'ETag'] } },
    errors: [...WRITE, 'not-found', 'import-not-ready', 'knowledge-unavailable', ...INTERACTIVE],
  },
} as const satisfies Readonly<Record<string, Operation>>;
