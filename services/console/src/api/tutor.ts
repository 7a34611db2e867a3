import { dataOf, type HttpClient } from './http';
import { everyPage } from './every-page';
import type { Language, TutorQuestion, TutorThread, TutorThreadSummary } from './types';

/** Which list is asked about; `id` of a room is its code or its id. */
export interface TutorAbout {
  readonly kind: 'run' | 'attempt' | 'room';
  readonly id: string;
}

/** The operations by which somebody asks the tutor. */
export class TutorApi {
  constructor(private readonly http: HttpClient) {}

  /** Begins a thread. Whether it leads by questions is the reader's to say of a run alone. */
  begin({ kind, id }: TutorAbout, language: Language, socratic: boolean): Promise<TutorThread> {
    const { calls } = this.http;
    const body = { language };
    switch (kind) {
      case 'run': {
        const given = { body: { language, socratic }, params: { path: { id } } };
        return dataOf(calls.POST('/v1/runs/{id}/tutor-threads', given));
      }
      case 'attempt':
        return dataOf(calls.POST('/v1/attempts/{id}/tutor-threads', { body, params: { path: { id } } }));
      case 'room':
        return dataOf(calls.POST('/v1/rooms/{code}/tutor-threads', { body, params: { path: { code: id } } }));
    }
  }

  /** One's own threads, the newest first. */
  threads({ kind, id }: TutorAbout, signal: AbortSignal): Promise<TutorThreadSummary[]> {
    const { calls } = this.http;
    return everyPage<TutorThreadSummary>((query) => {
      switch (kind) {
        case 'run':
          return dataOf(
            calls.GET('/v1/runs/{id}/tutor-threads', { params: { path: { id }, query }, signal }),
          );
        case 'attempt': {
          const params = { path: { id }, query };
          return dataOf(calls.GET('/v1/attempts/{id}/tutor-threads', { params, signal }));
        }
        case 'room': {
          const params = { path: { code: id }, query };
          return dataOf(calls.GET('/v1/rooms/{code}/tutor-threads', { params, signal }));
        }
      }
    });
  }

  thread(id: string, lang: Language): Promise<TutorThread> {
    return dataOf(
      this.http.calls.GET('/v1/tutor-threads/{id}', { params: { path: { id }, query: { lang } } }),
    );
  }

  question(id: string, questionId: string, lang: Language, signal: AbortSignal): Promise<TutorQuestion> {
    const params = { path: { id, questionId }, query: { lang } };
    return dataOf(this.http.calls.GET('/v1/tutor-threads/{id}/questions/{questionId}', { params, signal }));
  }

  /** Asks in a thread; waits for the answer as long as the product lets a request wait. */
  ask(threadId: string, question: string, key: string, language: Language): Promise<TutorQuestion> {
    return dataOf(
      this.http.calls.POST('/v1/tutor-threads/{id}/questions', {
        body: { question },
        params: { path: { id: threadId }, header: { 'Idempotency-Key': key, Prefer: 'wait=30' } },
        headers: { 'accept-language': language },
      }),
    );
  }
}
