import { z } from 'zod';
import { PageQuery, Uuid } from '../primitives';
import { EhrCheck, EhrClient, EhrClientInput, EhrClientList } from './ehr';
import { INTERACTIVE, ok, type Operation, READ, WRITE } from './operation';

const tag = 'Training EHRs';
const byId = z.object({ id: Uuid });
const ADMIN = ['admin'] as const;

/** Electronic health records for training. Without a public address of the installation each of them is not found. */
export const EHR_OPERATIONS = {
  registerEhrClient: {
    method: 'post',
    path: '/v1/ehr-clients',
    tag,
    roles: ADMIN,
    summary: 'Register a training EHR, or change what is registered of it',
    description:
      'A system is known by its issuer; registering it again changes the rest. 409 if another institution has registered the issuer, or another system has the FHIR server.',
    body: () => EhrClientInput,
    success: ok(() => EhrClient),
    errors: [...WRITE, 'not-found', 'ehr-taken', ...INTERACTIVE],
  },
  listEhrClients: {
    method: 'get',
    path: '/v1/ehr-clients',
    tag,
    roles: ADMIN,
    summary: 'The training EHRs of your institution, newest first',
    query: () => PageQuery,
    success: ok(() => EhrClientList),
    errors: [...READ, 'not-found', ...INTERACTIVE],
  },
  checkEhrClient: {
    method: 'post',
    path: '/v1/ehr-clients/{id}/check',
    tag,
    roles: ADMIN,
    summary: 'Ask a training EHR for its keys and for what its FHIR server is, and say what fails',
    params: () => byId,
    success: ok(() => EhrCheck),
    errors: [...READ, 'not-found', ...INTERACTIVE],
  },
  removeEhrClient: {
    method: 'delete',
    path: '/v1/ehr-clients/{id}',
    tag,
    roles: ADMIN,
    summary: 'Remove a training EHR, and the feedback that it gave',
    params: () => byId,
    success: { 204: { description: 'Removed' } },
    errors: [...READ, 'not-found', ...INTERACTIVE],
  },
} as const satisfies Readonly<Record<string, Operation>>;
