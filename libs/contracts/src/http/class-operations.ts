import { z } from 'zod';
import { type ErrorCode } from '../errors/error-codes';
import { Uuid } from '../primitives';
import {
  ActOnClassInput,
  Class,
  ClassList,
  ClassListQuery,
  ClassMemberList,
  ClassStaffInput,
  CreateClassInput,
  JoinClassInput,
  JoinedClass,
} from './class';
import { Consents, RecordConsentsInput } from './consent';
import { Me } from './learner';
import { EVERYONE, INTERACTIVE, ok, READ, TEACHERS, WRITE } from './operation';

const tag = 'Classes';
const STUDENTS = ['student'] as const;
const ADMINS = ['admin'] as const;
const byId = z.object({ id: Uuid });
const OF_CLASS = ['not-found', ...INTERACTIVE] as const;
const OF_MINE = ['not-found', 'learner-erased', ...INTERACTIVE] as const;

/** One act of a teacher of the class: `POST /v1/classes/{id}/act`. */
const act = <Body extends z.ZodType, Error extends ErrorCode>(
  name: string,
  summary: string,
  body: () => Body,
  errors: readonly Error[] = [],
) => ({
  method: 'post' as const,
  path: `/v1/classes/{id}/${name}`,
  tag,
  roles: TEACHERS,
  summary,
  params: () => byId,
  body,
  success: ok(() => Class, 'The class as it is now'),
  errors: [...WRITE, ...OF_CLASS, ...errors],
});

/** Classes, and what is held of the learners in them. */
export const CLASS_OPERATIONS = {
  createClass: {
    method: 'post',
    path: '/v1/classes',
    tag,
    roles: TEACHERS,
    summary: 'Make a class; whoever makes it is its first teacher',
    headers: ['Idempotency-Key'],
    body: () => CreateClassInput,
    success: { 201: { description: 'The class', schema: () => Class, headers: ['Location'] } },
    errors: [...WRITE, 'idempotency-key-reused', ...INTERACTIVE],
  },
  listClasses: {
    method: 'get',
    path: '/v1/classes',
    tag,
    roles: EVERYONE,
    summary: 'The classes that one teaches, or is in as a student; newest first',
    query: () => ClassListQuery,
    success: ok(() => ClassList),
    errors: [...READ, ...INTERACTIVE],
  },
  getClass: {
    method: 'get',
    path: '/v1/classes/{id}',
    tag,
    roles: EVERYONE,
    summary: 'One class; to a student of it without code, staff and number of members',
    params: () => byId,
    success: ok(() => Class),
    errors: [...READ, ...OF_CLASS],
  },
  listClassMembers: {
    method: 'get',
    path: '/v1/classes/{id}/members',
    tag,
    roles: TEACHERS,
    summary: 'Who is in a class, for its staff: pseudonyms, and names where learners gave one',
    params: () => byId,
    query: () => ClassListQuery,
    success: ok(() => ClassMemberList),
    errors: [...READ, ...OF_CLASS],
  },
  changeClassStaff: act(
    'staff',
    'Say who teaches or assists a class, and who no longer does',
    () => ClassStaffInput,
  ),
  renewClassCode: act(
    'code',
    'Give a class a new code; the old one lets nobody in any more',
    () => ActOnClassInput,
    ['class-archived'],
  ),
  archiveClass: act(
    'archive',
    'Archive a class: nobody joins any more, and it is deleted in two years',
    () => ActOnClassInput,
  ),
  removeClassMember: {
    ...act(
      'members/{learnerId}/remove',
      'Take a learner out of a class; who has the code can come in again, so give it a new one',
      () => ActOnClassInput,
    ),
    params: () => z.object({ id: Uuid, learnerId: Uuid }),
  },
  joinClass: {
    method: 'post',
    path: '/v1/classes/join',
    tag,
    roles: 'public',
    knows: STUDENTS,
    counts: 'misses',
    summary: 'Join a class by its code, with an account or without',
    description:
      'Without an account the answer holds the token of a class, which makes its bearer a student, and a code that brings the same learner back on another device; both are shown once. With the account or token of a student no new learner is made. 30 codes a minute that lead nowhere are answered to an address.',
    body: () => JoinClassInput,
    success: { 201: { description: 'Joined', schema: () => JoinedClass } },
    errors: [...WRITE, 'not-found', 'class-full', 'learner-erased', 'rate-limited', ...INTERACTIVE],
  },
  getMe: {
    method: 'get',
    path: '/v1/me',
    tag,
    roles: STUDENTS,
    summary: 'What is known of oneself: pseudonym, classes, consents',
    success: ok(() => Me),
    errors: OF_MINE,
  },
  eraseMe: {
    method: 'delete',
    path: '/v1/me',
    tag,
    roles: STUDENTS,
    summary: 'Erase all that is held of oneself',
    description:
      'Classes, consents, seats and answers in rooms are gone with the answer; sessions end within moments. Counts stay. Afterwards 410 is answered; joining a class begins anew.',
    success: { 202: { description: 'Erased in teaching, to be erased in the gateway' } },
    errors: OF_MINE,
  },
  getMyConsents: {
    method: 'get',
    path: '/v1/me/consents',
    tag,
    roles: STUDENTS,
    summary: 'What one agrees to now',
    success: ok(() => Consents),
    errors: OF_MINE,
  },
  recordMyConsents: {
    method: 'post',
    path: '/v1/me/consents',
    tag,
    roles: STUDENTS,
    summary: 'Agree to something or take it back, effective at once; every decision is kept',
    body: () => RecordConsentsInput,
    success: ok(() => Consents, 'What holds now'),
    errors: [...WRITE, ...OF_MINE],
  },
  exportMe: {
    method: 'get',
    path: '/v1/me/export',
    tag,
    roles: STUDENTS,
    summary: 'All that is held of oneself, as JSON lines',
    description:
      'Each line is an `ExportLine`: the learner, decisions, classes, seats in rooms with answers, comments, attempts, questions to patients, feedback, and questions to the tutor.',
    success: {
      200: {
        description: 'The lines, in UTF-8',
        schema: () => z.string(),
        mediaType: 'application/x-ndjson',
      },
    },
    errors: OF_MINE,
  },
  exportLearner: {
    method: 'get',
    path: '/v1/learners/{id}/export',
    tag,
    roles: ADMINS,
    summary: 'All that is held of a learner who asks for it otherwise, as JSON lines without what they wrote',
    description:
      'As `exportMe`, for an administrator, who reads no free text: names that learners chose are null, and what they wrote is `[withheld]`. Learners themselves get all of it.',
    params: () => byId,
    success: {
      200: {
        description: 'The lines, in UTF-8',
        schema: () => z.string(),
        mediaType: 'application/x-ndjson',
      },
    },
    errors: [...OF_CLASS, 'learner-erased'],
  },
  eraseLearner: {
    method: 'delete',
    path: '/v1/learners/{id}',
    tag,
    roles: ADMINS,
    summary: 'Erase all that is held of a learner who asks for it otherwise',
    description: 'As `eraseMe`, for an administrator.',
    params: () => byId,
    success: { 202: { description: 'Erased in teaching, to be erased in the gateway' } },
    errors: [...OF_CLASS, 'learner-erased'],
  },
} as const;
