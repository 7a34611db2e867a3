import { everyPage } from './every-page';
import { dataOf, doneOf, type HttpClient } from './http';
import type {
  Assignment,
  AssignmentResult,
  AssignmentResults,
  Attempt,
  AttemptHead,
  AttemptReview,
  AttemptStep,
  Class,
  CreateAssignment,
  Feedback,
  Grade,
  Language,
  LearnerNames,
  Room,
} from './types';

const one = (id: string, lang: Language) => ({ path: { id }, query: { lang } });

/** The operations on assignments, and those by which a learner takes them. */
export class AssignmentsApi {
  constructor(private readonly http: HttpClient) {}

  list(lang: Language, signal: AbortSignal): Promise<Assignment[]> {
    return everyPage<Assignment>((page) =>
      dataOf(this.http.calls.GET('/v1/assignments', { params: { query: { lang, ...page } }, signal })),
    );
  }

  read(id: string, lang: Language, signal: AbortSignal): Promise<Assignment> {
    return dataOf(this.http.calls.GET('/v1/assignments/{id}', { params: one(id, lang), signal }));
  }

  create(body: CreateAssignment, key: string): Promise<Assignment> {
    const params = { header: { 'Idempotency-Key': key } };
    return dataOf(this.http.calls.POST('/v1/assignments', { params, body }));
  }

  release(id: string): Promise<Assignment> {
    return dataOf(
      this.http.calls.POST('/v1/assignments/{id}/release', { params: { path: { id } }, body: {} }),
    );
  }

  async remove(id: string): Promise<void> {
    await doneOf(this.http.calls.DELETE('/v1/assignments/{id}', { params: { path: { id } } }));
  }

  /** What of it was sent to gradebooks: to its teachers of all, to a learner their own. */
  grades(assignmentId: string, signal: AbortSignal): Promise<Grade[]> {
    return everyPage<Grade>((page) =>
      dataOf(this.http.calls.GET('/v1/lti/grades', { params: { query: { assignmentId, ...page } }, signal })),
    );
  }

  async resendGrade(id: string): Promise<void> {
    await dataOf(this.http.calls.POST('/v1/lti/grades/{id}/resend', { params: { path: { id } } }));
  }

  async resendGrades(assignmentId: string): Promise<void> {
    await dataOf(this.http.calls.POST('/v1/lti/grades/resend', { body: { assignmentId } }));
  }

  /** Everybody who took it, and how many are not shown. */
  async results(id: string, signal: AbortSignal): Promise<{ results: AssignmentResult[]; withheld: number }> {
    let withheld = 0;
    const results = await everyPage<AssignmentResult>(async (page) => {
      const params = { path: { id }, query: page };
      const told: AssignmentResults = await dataOf(
        this.http.calls.GET('/v1/assignments/{id}/results', { params, signal }),
      );
      withheld = told.withheld;
      return told;
    });
    return { results, withheld };
  }

  begin(assignmentId: string, lang: Language): Promise<Attempt> {
    return dataOf(
      this.http.calls.POST('/v1/attempts', { params: { query: { lang } }, body: { assignmentId } }),
    );
  }

  attempts(assignmentId: string, signal: AbortSignal): Promise<AttemptHead[]> {
    return everyPage<AttemptHead>((page) =>
      dataOf(this.http.calls.GET('/v1/attempts', { params: { query: { assignmentId, ...page } }, signal })),
    );
  }

  attempt(id: string, lang: Language, signal: AbortSignal): Promise<Attempt> {
    return dataOf(this.http.calls.GET('/v1/attempts/{id}', { params: one(id, lang), signal }));
  }

  /** Sent again, the same step at the same position changes nothing. */
  step(id: string, position: number, step: AttemptStep, lang: Language): Promise<Attempt> {
    const body = { position, step };
    return dataOf(this.http.calls.POST('/v1/attempts/{id}/steps', { params: one(id, lang), body }));
  }

  feedback(id: string, lang: Language, signal: AbortSignal): Promise<Feedback> {
    return dataOf(this.http.calls.GET('/v1/attempts/{id}/feedback', { params: one(id, lang), signal }));
  }

  /** Names as the platform of the course has them: they take a while, and are kept nowhere. */
  names(id: string): Promise<LearnerNames> {
    const params = { path: { id } };
    return dataOf(this.http.calls.POST('/v1/assignments/{id}/names', { params, fetch: this.http.patiently }));
  }

  /** The table of an assignment, as a file. */
  resultsTable(id: string): Promise<Blob> {
    const call = { params: { path: { id } }, parseAs: 'blob', fetch: this.http.patiently } as const;
    return dataOf(this.http.calls.GET('/v1/assignments/{id}/results.csv', call));
  }

  /** An attempt as its teachers see it. */
  review(id: string, lang: Language, signal: AbortSignal): Promise<AttemptReview> {
    return dataOf(this.http.calls.GET('/v1/attempts/{id}/review', { params: one(id, lang), signal }));
  }

  /** The rooms that one leads, the newest first. */
  rooms(lang: Language, signal: AbortSignal): Promise<Room[]> {
    return everyPage<Room>((page) =>
      dataOf(this.http.calls.GET('/v1/rooms', { params: { query: { lang, ...page } }, signal })),
    );
  }

  /** The classes that one teaches, or is in. */
  classes(signal: AbortSignal): Promise<Class[]> {
    return everyPage<Class>((page) =>
      dataOf(this.http.calls.GET('/v1/classes', { params: { query: page }, signal })),
    );
  }

  /** Comes into a class by the code that its teacher gives. */
  async join(code: string): Promise<string> {
    const joined = await dataOf(this.http.calls.POST('/v1/classes/join', { body: { code } }));
    return joined.class.name;
  }
}
