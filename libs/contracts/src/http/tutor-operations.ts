import { z } from 'zod';
import { PageQuery, Uuid } from '../primitives';
import { LanguageQuery } from './knowledge';
import { EVERYONE, INTERACTIVE, ok, READ, TEACHERS, WRITE } from './operation';
import { RoomAddress } from './room';
import {
  AskTutorInput,
  BeginTutorThreadInput,
  CreateTutorThreadInput,
  TutorQuestion,
  TutorThread,
  TutorThreadList,
} from './tutor';

const tag = 'Tutor';
const threadId = z.object({ id: Uuid });
const STUDENTS = ['student'] as const;
/** What may be answered where teaching says whether one may ask. */
const OF_ATTEMPT = [
  'not-found',
  'forbidden',
  'case-erased',
  'learner-erased',
  'case-in-room',
  'commit-first',
  'not-released',
  'knowledge-unavailable',
  ...INTERACTIVE,
] as const;
const OF_ROOM = [
  'not-found',
  'forbidden',
  'case-erased',
  'run-not-ready',
  'knowledge-unavailable',
  ...INTERACTIVE,
] as const;
const OF_THREAD = [
  'not-found',
  'case-erased',
  'learner-erased',
  'case-in-room',
  'commit-first',
  'not-released',
  'run-not-ready',
  'knowledge-unavailable',
  ...INTERACTIVE,
] as const;
const begun = {
  201: { description: 'The thread', schema: () => TutorThread, headers: ['Location' as const] },
};

/** Questions about a list of the engine, answered by the language model from its evidence. */
export const TUTOR_OPERATIONS = {
  createTutorThread: {
    method: 'post',
    path: '/v1/runs/{id}/tutor-threads',
    tag,
    roles: TEACHERS,
    summary: 'Begin to ask the tutor about a run',
    description: 'The thread belongs to whoever begins it: nobody else reads it.',
    headers: ['Idempotency-Key'],
    params: () => threadId,
    query: () => LanguageQuery,
    body: () => CreateTutorThreadInput,
    success: begun,
    errors: [...WRITE, 'not-found', 'run-not-ready', 'case-erased', 'idempotency-key-reused', ...INTERACTIVE],
  },
  listTutorThreads: {
    method: 'get',
    path: '/v1/runs/{id}/tutor-threads',
    tag,
    roles: TEACHERS,
    summary: 'One’s own threads about a run, newest first',
    params: () => threadId,
    query: () => PageQuery,
    success: ok(() => TutorThreadList),
    errors: [...READ, 'not-found', 'case-erased'],
  },
  createAttemptTutorThread: {
    method: 'post',
    path: '/v1/attempts/{id}/tutor-threads',
    tag,
    roles: STUDENTS,
    summary: 'Begin to ask the tutor about the engine’s list of an attempt',
    description:
      'Where the teacher lets learners ask, and with the feedback: after the last list, of graded work after its release, and not ' +
      'while a list is waited for in another attempt at the same case. The thread belongs to the learner: nobody else reads it.',
    headers: ['Idempotency-Key'],
    params: () => threadId,
    query: () => LanguageQuery,
    body: () => BeginTutorThreadInput,
    success: begun,
    errors: [...WRITE, ...OF_ATTEMPT, 'idempotency-key-reused'],
  },
  listAttemptTutorThreads: {
    method: 'get',
    path: '/v1/attempts/{id}/tutor-threads',
    tag,
    roles: STUDENTS,
    summary: 'One’s own threads about an attempt, newest first',
    params: () => threadId,
    query: () => PageQuery,
    success: ok(() => TutorThreadList),
    errors: [...READ, ...OF_ATTEMPT],
  },
  createRoomTutorThread: {
    method: 'post',
    path: '/v1/rooms/{code}/tutor-threads',
    tag,
    roles: TEACHERS,
    summary: 'Begin to ask the tutor about the engine’s lists in a room',
    description:
      'The thread is of all who lead the room. A question is about the list of the stage that the room has reached.',
    headers: ['Idempotency-Key'],
    params: () => RoomAddress,
    query: () => LanguageQuery,
    body: () => BeginTutorThreadInput,
    success: begun,
    errors: [...WRITE, ...OF_ROOM, 'idempotency-key-reused'],
  },
  listRoomTutorThreads: {
    method: 'get',
    path: '/v1/rooms/{code}/tutor-threads',
    tag,
    roles: TEACHERS,
    summary: 'The threads of a room, newest first',
    params: () => RoomAddress,
    query: () => PageQuery,
    success: ok(() => TutorThreadList),
    errors: [...READ, ...OF_ROOM],
  },
  getTutorThread: {
    method: 'get',
    path: '/v1/tutor-threads/{id}',
    tag,
    roles: EVERYONE,
    summary: 'A thread with its questions, as far as they are answered',
    params: () => threadId,
    query: () => LanguageQuery,
    success: ok(() => TutorThread),
    errors: [...READ, ...OF_THREAD],
  },
  askTutor: {
    method: 'post',
    path: '/v1/tutor-threads/{id}/questions',
    tag,
    roles: EVERYONE,
    summary: 'Ask the tutor a question about the list of a thread',
    description:
      'Answers 202 at once; with `Prefer: wait=N` (0 to 30 s) 200 with the answer if it is there in time. The answer rests on evidence ' +
      'and passages of the list alone, each sentence with its sources; where they do not answer the question, it says so. ' +
      'Identities are taken out of the question before it rests or leaves.',
    headers: ['Idempotency-Key', 'Prefer'],
    params: () => threadId,
    query: () => LanguageQuery,
    body: () => AskTutorInput,
    success: {
      200: { description: 'The question with its answer', schema: () => TutorQuestion },
      202: { description: 'Accepted; see Location', schema: () => TutorQuestion },
    },
    errors: [...WRITE, ...OF_THREAD, 'thread-full', 'idempotency-key-reused', 'overloaded'],
  },
  getTutorQuestion: {
    method: 'get',
    path: '/v1/tutor-threads/{id}/questions/{questionId}',
    tag,
    roles: EVERYONE,
    summary: 'A question of a thread, as far as it is answered',
    headers: ['Prefer'],
    params: () => z.object({ id: Uuid, questionId: Uuid }),
    query: () => LanguageQuery,
    success: ok(() => TutorQuestion),
    errors: [...READ, ...OF_THREAD, 'overloaded'],
  },
} as const;
