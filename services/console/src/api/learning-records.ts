import { everyPage, type Page } from './every-page';
import { type HttpClient, ApiError, dataOf, doneOf } from './http';
import type {
  LrsCheck,
  LrsConnection,
  LrsConnectionInput,
  RecordStatementList,
  StatementState,
} from './types';

/** The operations on record stores of the institution, and on courses by cmi5. */
export class LearningRecordsApi {
  constructor(private readonly http: HttpClient) {}

  /** All of them, newest first. */
  stores(signal: AbortSignal): Promise<LrsConnection[]> {
    return everyPage<LrsConnection>((query) =>
      dataOf(this.http.calls.GET('/v1/lrs-connections', { params: { query }, signal })),
    );
  }

  /** The same endpoint is the same store: registering it again changes the rest. */
  register(body: LrsConnectionInput): Promise<LrsConnection> {
    return dataOf(this.http.calls.POST('/v1/lrs-connections', { body }));
  }

  /** Asks the store which versions it speaks, which may take ten seconds. */
  check(id: string): Promise<LrsCheck> {
    const call = { params: { path: { id } }, fetch: this.http.patiently };
    return dataOf(this.http.calls.POST('/v1/lrs-connections/{id}/check', call));
  }

  async remove(id: string): Promise<void> {
    await doneOf(this.http.calls.DELETE('/v1/lrs-connections/{id}', { params: { path: { id } } }));
  }

  /** A page of what was and is to be sent, newest first. */
  statements(
    { state, ...page }: Page & { readonly state?: StatementState | undefined },
    signal: AbortSignal,
  ): Promise<RecordStatementList> {
    const query = { ...page, ...(state !== undefined && { state }) };
    return dataOf(this.http.calls.GET('/v1/statements', { params: { query }, signal }));
  }

  /** An assignment as a course package. */
  coursePackage(assignmentId: string): Promise<Blob> {
    const call = { params: { path: { id: assignmentId } }, parseAs: 'blob' } as const;
    return dataOf(this.http.calls.GET('/v1/assignments/{id}/cmi5.zip', call));
  }

  /** Ends the session of a launched learner. @returns where the browser goes; undefined where no session goes on */
  async leave(attemptId: string): Promise<string | null | undefined> {
    try {
      return (await dataOf(this.http.calls.POST('/v1/cmi5/leave', { body: { attemptId } }))).returnUrl;
    } catch (error) {
      if (error instanceof ApiError && error.status === 404) return undefined;
      throw error;
    }
  }
}
