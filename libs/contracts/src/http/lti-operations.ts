import { z } from 'zod';
import { PageQuery, Uuid } from '../primitives';
import {
  LtiCheck,
  LtiConfiguration,
  LtiKeySet,
  LtiRegistration,
  LtiRegistrationInput,
  LtiRegistrationList,
} from './lti';
import { INTERACTIVE, ok, type Operation, READ, WRITE } from './operation';

const tag = 'Learning platforms';
const byId = z.object({ id: Uuid });
const ADMIN = ['admin'] as const;

/** Learning management systems by LTI 1.3. Without a public address of the installation each of them is not found. */
export const LTI_OPERATIONS = {
  getLtiKeySet: {
    method: 'get',
    path: '/lti/jwks',
    tag,
    roles: 'public',
    counts: 'launches',
    summary: 'Our public keys, for learning platforms',
    success: ok(() => LtiKeySet),
    errors: [...READ, 'not-found', ...INTERACTIVE],
  },
  getLtiConfiguration: {
    method: 'get',
    path: '/lti/config.json',
    tag,
    roles: 'public',
    counts: 'launches',
    summary: 'What a platform is told when it is registered by hand',
    success: ok(() => LtiConfiguration),
    errors: [...READ, 'not-found'],
  },
  registerLtiPlatform: {
    method: 'post',
    path: '/v1/lti/registrations',
    tag,
    roles: ADMIN,
    summary: 'Register a learning platform, or change what is registered of it',
    description:
      'A platform is known by issuer and client id; registering it again changes the rest. 409 if another institution has registered the same.',
    body: () => LtiRegistrationInput,
    success: ok(() => LtiRegistration),
    errors: [...WRITE, 'not-found', 'platform-taken', ...INTERACTIVE],
  },
  listLtiRegistrations: {
    method: 'get',
    path: '/v1/lti/registrations',
    tag,
    roles: ADMIN,
    summary: 'The learning platforms of your institution, newest first',
    query: () => PageQuery,
    success: ok(() => LtiRegistrationList),
    errors: [...READ, 'not-found', ...INTERACTIVE],
  },
  checkLtiRegistration: {
    method: 'post',
    path: '/v1/lti/registrations/{id}/check',
    tag,
    roles: ADMIN,
    summary: 'Ask a platform for its keys and for a token, and say what fails',
    params: () => byId,
    success: ok(() => LtiCheck),
    errors: [...READ, 'not-found', ...INTERACTIVE],
  },
  removeLtiRegistration: {
    method: 'delete',
    path: '/v1/lti/registrations/{id}',
    tag,
    roles: ADMIN,
    summary: 'Remove a learning platform',
    params: () => byId,
    success: { 204: { description: 'Removed' } },
    errors: [...READ, 'not-found', ...INTERACTIVE],
  },
} as const satisfies Readonly<Record<string, Operation>>;
