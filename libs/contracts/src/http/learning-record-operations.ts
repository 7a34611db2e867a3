import { z } from 'zod';
import { PageQuery, Uuid } from '../primitives';
import {
  Cmi5LaunchQuery,
  CourseQuery,
  LaunchedAttemptInput,
  LrsCheck,
  LrsConnection,
  LrsConnectionInput,
  LrsConnectionList,
  RecordStatementList,
  RecordStatementQuery,
  SessionLeft,
} from './learning-records';
import { INTERACTIVE, ok, type Operation, READ, TEACHERS, WRITE } from './operation';

const tag = 'Learning records';
const byId = z.object({ id: Uuid });
const ADMIN = ['admin'] as const;

/** Courses for learning management systems by cmi5, and what is recorded there. Without a public address each is not found. */
export const LEARNING_RECORD_OPERATIONS = {
  registerLrsConnection: {
    method: 'post',
    path: '/v1/lrs-connections',
    tag,
    roles: ADMIN,
    summary: 'Register a system that launches by cmi5 and keeps records, or change what is registered of it',
    description: 'It is known by its endpoint; registering it again changes the rest.',
    body: () => LrsConnectionInput,
    success: ok(() => LrsConnection),
    errors: [...WRITE, 'not-found', ...INTERACTIVE],
  },
  listLrsConnections: {
    method: 'get',
    path: '/v1/lrs-connections',
    tag,
    roles: ADMIN,
    summary: 'The systems of your institution that keep records, newest first',
    query: () => PageQuery,
    success: ok(() => LrsConnectionList),
    errors: [...READ, 'not-found', ...INTERACTIVE],
  },
  checkLrsConnection: {
    method: 'post',
    path: '/v1/lrs-connections/{id}/check',
    tag,
    roles: ADMIN,
    summary: 'Ask a record store which versions of xAPI it speaks',
    params: () => byId,
    success: ok(() => LrsCheck),
    errors: [...READ, 'not-found', ...INTERACTIVE],
  },
  removeLrsConnection: {
    method: 'delete',
    path: '/v1/lrs-connections/{id}',
    tag,
    roles: ADMIN,
    summary: 'Remove a system; nothing more is sent to it',
    params: () => byId,
    success: { 204: { description: 'Removed' } },
    errors: [...READ, 'not-found', ...INTERACTIVE],
  },
  listRecordStatements: {
    method: 'get',
    path: '/v1/statements',
    tag,
    roles: ADMIN,
    summary: 'What was and is to be sent to record stores, and why not, newest first',
    query: () => RecordStatementQuery,
    success: ok(() => RecordStatementList),
    errors: [...READ, 'not-found', ...INTERACTIVE],
  },
  exportCourse: {
    method: 'get',
    path: '/v1/assignments/{id}/cmi5.zip',
    tag,
    roles: TEACHERS,
    summary: 'An assignment as a cmi5 course package',
    description:
      'A learning management system imports it and launches its learners from there. The case stays here; the package holds its title and its address.',
    params: () => byId,
    query: () => CourseQuery,
    success: { 200: { description: 'The package', schema: () => z.string(), mediaType: 'application/zip' } },
    errors: [...READ, 'not-found', 'forbidden', ...INTERACTIVE],
  },
  launchCmi5: {
    method: 'get',
    path: '/cmi5/launch',
    tag,
    page: true,
    roles: 'public',
    counts: 'launches',
    summary: 'Where a learning management system sends the browser of a learner (cmi5, section 8)',
    description: 'Leads to the attempt, or to a page that says why it does not.',
    query: () => Cmi5LaunchQuery,
    success: { 303: { description: 'To the console', headers: ['Location'] } },
    errors: [...READ, 'not-found', ...INTERACTIVE],
  },
  leaveCmi5Session: {
    method: 'post',
    path: '/v1/cmi5/leave',
    tag,
    roles: ['student'],
    summary: 'End the session of a learner who was launched by cmi5, and say where the browser goes',
    body: () => LaunchedAttemptInput,
    success: ok(() => SessionLeft),
    errors: [...WRITE, 'not-found', ...INTERACTIVE],
  },
} as const satisfies Readonly<Record<string, Operation>>;
