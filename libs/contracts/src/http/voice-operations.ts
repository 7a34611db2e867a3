import { Uuid } from '../primitives';
import { z } from 'zod';
import {
  CreateFeedbackDraftInput,
  CreateQuestionDraftsInput,
  DraftQuery,
  FeedbackDraft,
  FeedbackDraftAddress,
  FeedbackDraftList,
  QuestionDrafts,
  QuestionDraftsList,
  ReleaseFeedbackInput,
} from './drafts';
import { LanguageQuery } from './knowledge';
import { INTERACTIVE, ok, READ, TEACHERS, WRITE } from './operation';
import { AskPatientInput, AskPatientOfCaseInput, PatientConversation } from './patient-voice';
import { RoomAddress } from './room';

const STUDENTS = ['student'] as const;
const byId = z.object({ id: Uuid });
const KEY = ['Idempotency-Key'] as const;
const KEYED = ['idempotency-key-reused', ...INTERACTIVE] as const;

const asked = <T extends z.ZodType>(schema: () => T) => ({
  202: { description: 'Accepted; ask for the list until it is there', schema },
});
const PATIENT =
  'The patient says, in the first person, what the stages that are open tell, each sentence with the statements that it rests on, and ' +
  'nothing else. Where there is nothing to say to a question, or no language model, the product says so. Identities are taken out of the question ' +
  'before it rests or leaves. At most 40 questions.';

/** What a language model says in the voice of a case's patient, and drafts for teachers. */
export const VOICE_OPERATIONS = {
  askPatient: {
    method: 'post',
    path: '/v1/attempts/{id}/patient-questions',
    tag: 'Patient',
    roles: STUDENTS,
    summary: 'Ask the patient of one’s own attempt, where the teacher lets the case’s patient answer',
    description: PATIENT,
    headers: KEY,
    params: () => byId,
    query: () => LanguageQuery,
    body: () => AskPatientInput,
    success: asked(() => PatientConversation),
    errors: [
      ...WRITE,
      'not-found',
      'learner-erased',
      'case-erased',
      'case-in-room',
      'patient-silent',
      'thread-full',
      'knowledge-unavailable',
      ...KEYED,
    ],
  },
  getPatientConversation: {
    method: 'get',
    path: '/v1/attempts/{id}/patient-questions',
    tag: 'Patient',
    roles: STUDENTS,
    summary: 'What one has asked the patient of an attempt, with what was said',
    params: () => byId,
    query: () => LanguageQuery,
    success: ok(() => PatientConversation),
    errors: [...READ, 'not-found', 'learner-erased', 'case-in-room', ...INTERACTIVE],
  },
  askPatientOfCase: {
    method: 'post',
    path: '/v1/teaching-cases/{id}/patient-questions',
    tag: 'Patient',
    roles: TEACHERS,
    summary: 'Ask the patient of one’s own case, as far as some of its stages',
    description: PATIENT,
    headers: KEY,
    params: () => byId,
    query: () => LanguageQuery,
    body: () => AskPatientOfCaseInput,
    success: asked(() => PatientConversation),
    errors: [
      ...WRITE,
      'not-found',
      'forbidden',
      'case-erased',
      'built-in-case',
      'patient-silent',
      'thread-full',
      'knowledge-unavailable',
      ...KEYED,
    ],
  },
  getPatientConversationOfCase: {
    method: 'get',
    path: '/v1/teaching-cases/{id}/patient-questions',
    tag: 'Patient',
    roles: TEACHERS,
    summary: 'What one has asked the patient of one’s own case, with what was said',
    params: () => byId,
    query: () => LanguageQuery,
    success: ok(() => PatientConversation),
    errors: [...READ, 'not-found', 'forbidden', 'case-erased', 'built-in-case', ...INTERACTIVE],
  },
  createQuestionDrafts: {
    method: 'post',
    path: '/v1/teaching-cases/{id}/question-drafts',
    tag: 'Drafts',
    roles: TEACHERS,
    summary: 'Have questions with one best answer drafted from one’s own case, its key and what it teaches',
    description:
      'Drafts are seen by the owner of the case alone. One is released by taking it into `questions` of a new version of the case, changed as its ' +
      'author likes, with `draftedBy`.',
    headers: KEY,
    params: () => byId,
    query: () => LanguageQuery,
    body: () => CreateQuestionDraftsInput,
    success: asked(() => QuestionDrafts),
    errors: [
      ...WRITE,
      'not-found',
      'forbidden',
      'case-erased',
      'built-in-case',
      'thread-full',
      'knowledge-unavailable',
      ...KEYED,
    ],
  },
  listQuestionDrafts: {
    method: 'get',
    path: '/v1/teaching-cases/{id}/question-drafts',
    tag: 'Drafts',
    roles: TEACHERS,
    summary: 'The drafts of questions of one’s own case, newest first',
    params: () => byId,
    query: () => LanguageQuery,
    success: ok(() => QuestionDraftsList),
    errors: [...READ, 'not-found', 'forbidden', 'case-erased', 'built-in-case', ...INTERACTIVE],
  },
  createFeedbackDraft: {
    method: 'post',
    path: '/v1/rooms/{code}/feedback-drafts',
    tag: 'Drafts',
    roles: TEACHERS,
    summary: 'Have feedback drafted on a sentence that a participant wrote, by a rubric',
    description: 'No participant sees a draft. It holds no mark.',
    headers: KEY,
    params: () => RoomAddress,
    query: () => LanguageQuery,
    body: () => CreateFeedbackDraftInput,
    success: asked(() => FeedbackDraft),
    errors: [...WRITE, 'not-found', 'forbidden', 'round-open', 'thread-full', ...KEYED],
  },
  listFeedbackDrafts: {
    method: 'get',
    path: '/v1/rooms/{code}/feedback-drafts',
    tag: 'Drafts',
    roles: TEACHERS,
    summary: 'The drafts of feedback of a room, newest first, with what was released of them',
    params: () => RoomAddress,
    query: () => DraftQuery.extend(LanguageQuery.shape),
    success: ok(() => FeedbackDraftList),
    errors: [...READ, 'not-found', 'forbidden', ...INTERACTIVE],
  },
  releaseFeedback: {
    method: 'post',
    path: '/v1/rooms/{code}/feedback-drafts/{draftId}/release',
    tag: 'Drafts',
    roles: TEACHERS,
    summary:
      'Give the participant what the teacher made of a draft; released again, it replaces what was there',
    params: () => RoomAddress.extend(FeedbackDraftAddress.shape),
    query: () => LanguageQuery,
    body: () => ReleaseFeedbackInput,
    success: ok(() => FeedbackDraft, 'The draft with what was released'),
    errors: [...WRITE, 'not-found', 'forbidden', ...INTERACTIVE],
  },
} as const;
