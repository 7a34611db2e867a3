import { dataOf, type HttpClient } from './http';
import type { Language, PatientConversation, QuestionDrafts } from './types';

/** Whose patient is asked: that of a learner's attempt, or of a teacher's own case as far as some of its stages. */
export type PatientOf = { readonly attemptId: string } | { readonly caseId: string; readonly stages: number };

/** The patient's voice, and drafts of questions. */
export class VoiceApi {
  constructor(private readonly http: HttpClient) {}

  conversation(of: PatientOf, lang: Language, signal: AbortSignal): Promise<PatientConversation> {
    if ('attemptId' in of) {
      const params = { path: { id: of.attemptId }, query: { lang } };
      return dataOf(this.http.calls.GET('/v1/attempts/{id}/patient-questions', { params, signal }));
    }
    const params = { path: { id: of.caseId }, query: { lang } };
    return dataOf(this.http.calls.GET('/v1/teaching-cases/{id}/patient-questions', { params, signal }));
  }

  ask(of: PatientOf, question: string, key: string, lang: Language): Promise<PatientConversation> {
    const header = { 'Idempotency-Key': key };
    const query = { lang };
    const asked = { question, language: lang };
    if ('attemptId' in of) {
      const params = { path: { id: of.attemptId }, query, header };
      return dataOf(this.http.calls.POST('/v1/attempts/{id}/patient-questions', { params, body: asked }));
    }
    const params = { path: { id: of.caseId }, query, header };
    const body = { ...asked, stages: of.stages };
    return dataOf(this.http.calls.POST('/v1/teaching-cases/{id}/patient-questions', { params, body }));
  }

  draftQuestions(caseId: string, key: string, lang: Language): Promise<QuestionDrafts> {
    const params = { path: { id: caseId }, query: { lang }, header: { 'Idempotency-Key': key } };
    const body = { language: lang, count: 3 };
    return dataOf(this.http.calls.POST('/v1/teaching-cases/{id}/question-drafts', { params, body }));
  }

  async questionDrafts(caseId: string, lang: Language, signal: AbortSignal): Promise<QuestionDrafts[]> {
    const params = { path: { id: caseId }, query: { lang } };
    const told = await dataOf(
      this.http.calls.GET('/v1/teaching-cases/{id}/question-drafts', { params, signal }),
    );
    return told.items;
  }
}
