import { z } from 'zod';
import { Uuid } from '../primitives';
import { LanguageQuery } from './knowledge';
import { INTERACTIVE, ok, READ, TEACHERS, WRITE } from './operation';
import { AskTutorInput, CreateTutorThreadInput, TutorQuestion, TutorThread } from './tutor';

const tag = 'Tutor';
const threadId = z.object({ id: Uuid });

/** Questions about a run, answered by the language model from the run's evidence. */
export const TUTOR_OPERATIONS = {
  createTutorThread: {
    method: 'post',
    path: '/v1/runs/{id}/tutor-threads',
    tag,
    roles: TEACHERS,
    summary: 'Begin to ask the tutor about a run',
    description: 'The thread belongs to whoever begins it: nobody else reads it.',
    headers: ['Idempotency-Key'],
    params: threadId,
    query: LanguageQuery,
    body: CreateTutorThreadInput,
    success: { 201: { description: 'The thread', schema: TutorThread, headers: ['Location'] } },
    errors: [...WRITE, 'not-found', 'run-not-ready', 'case-erased', 'idempotency-key-reused', ...INTERACTIVE],
  },
  getTutorThread: {
    method: 'get',
    path: '/v1/tutor-threads/{id}',
    tag,
    roles: TEACHERS,
    summary: 'A thread with its questions, as far as they are answered',
    params: threadId,
    query: LanguageQuery,
    success: ok(TutorThread),
    errors: [...READ, 'not-found', 'case-erased'],
  },
  askTutor: {
    method: 'post',
    path: '/v1/tutor-threads/{id}/questions',
    tag,
    roles: TEACHERS,
    summary: 'Ask the tutor a question about the run of a thread',
    description:
      'Answers 202 at once; with `Prefer: wait=N` (0 to 30 s) 200 with the answer if it is there in time. The answer rests on evidence ' +
      'and passages of the run alone, each sentence with its sources; where they do not answer the question, it says so. ' +
      'Identities are taken out of the question before it rests or leaves.',
    headers: ['Idempotency-Key', 'Prefer'],
    params: threadId,
    query: LanguageQuery,
    body: AskTutorInput,
    success: {
      200: { description: 'The question with its answer', schema: TutorQuestion },
      202: { description: 'Accepted; see Location', schema: TutorQuestion },
    },
    errors: [
      ...WRITE,
      'not-found',
      'case-erased',
      'thread-full',
      'idempotency-key-reused',
      'overloaded',
      ...INTERACTIVE,
    ],
  },
  getTutorQuestion: {
    method: 'get',
    path: '/v1/tutor-threads/{id}/questions/{questionId}',
    tag,
    roles: TEACHERS,
    summary: 'A question of a thread, as far as it is answered',
    headers: ['Prefer'],
    params: z.object({ id: Uuid, questionId: Uuid }),
    query: LanguageQuery,
    success: ok(TutorQuestion),
    errors: [...READ, 'not-found', 'case-erased', 'overloaded'],
  },
} as const;
