/** Every way a request can fail: the closed set that `/problems/<code>` documents. */
export const ERROR_CODES = {
  'malformed-json': { status: 400, title: 'The body is not JSON' },
  'malformed-table': { status: 400, title: 'The body is not a table' },
  unauthenticated: { status: 401, title: 'No valid credentials' },
  forbidden: { status: 403, title: 'This role may not do that' },
  'csrf-token-missing': { status: 403, title: 'The CSRF token is missing or wrong' },
  'request-not-direct': { status: 403, title: 'This is granted only to a direct request of this site' },
  'host-not-allowed': { status: 403, title: 'This host name is not served here' },
  'room-locked': { status: 403, title: 'The room is locked: nobody new comes in' },
  'not-found': { status: 404, title: 'There is no such resource' },
  'idempotency-key-reused': { status: 409, title: 'The idempotency key came with another body before' },
  'run-not-ready': { status: 409, title: 'The run is not far enough for this' },
  'needs-review': { status: 409, title: 'Nobody besides its author has agreed with the case yet' },
  'review-own-case': { status: 409, title: 'Nobody reviews a case of their own' },
  'case-not-submitted': { status: 409, title: 'The case was not submitted for review' },
  'built-in-case': { status: 409, title: 'A built-in case cannot be changed; copy it' },
  'case-not-published': { status: 409, title: 'Classes are given published cases' },
  'case-in-room': { status: 409, title: 'The case is in a running room' },
  'case-in-assignment': { status: 409, title: 'The case is in an assignment that is not over' },
  'commit-first': { status: 409, title: 'Everybody commits alone first' },
  'pen-elsewhere': { status: 409, title: 'Another member of the team holds the pen' },
  'team-full': { status: 409, title: 'The team is full' },
  'teams-formed': { status: 409, title: 'Teams cannot be chosen here, or not any more' },
  'round-not-open': { status: 409, title: 'The question is not open' },
  'round-open': { status: 409, title: 'A question is open' },
  'round-reset': { status: 409, title: 'The question was started anew' },
  'newer-revision': { status: 409, title: 'A newer revision of this answer is there' },
  'class-archived': { status: 409, title: 'The class is archived' },
  'class-full': { status: 409, title: 'The class is full' },
  'platform-taken': { status: 409, title: 'Another institution has registered this learning platform' },
  'ehr-taken': { status: 409, title: 'This training system is registered already' },
  'import-not-ready': { status: 409, title: 'The record is not read yet, or could not be' },
  'not-open': { status: 409, title: 'This is not open yet' },
  'assignment-closed': { status: 409, title: 'The assignment is closed' },
  'attempts-used': { status: 409, title: 'All attempts are used up' },
  'attempt-finished': { status: 409, title: 'The attempt is finished' },
  'step-out-of-order': { status: 409, title: 'Another step comes next' },
  'practice-withheld': { status: 403, title: 'The learner does not let their practice be seen' },
  'not-released': { status: 409, title: 'The teacher has not released this yet' },
  'patient-silent': { status: 409, title: 'The patient of this case is not asked' },
  'thread-full': { status: 409, title: 'The thread takes no further question: begin another' },
  'room-full': { status: 409, title: 'The room is full' },
  'case-erased': { status: 410, title: 'The case was erased' },
  'learner-erased': { status: 410, title: 'What was kept of this learner was erased' },
  'room-ended': { status: 410, title: 'The room has ended' },
  'stale-version': { status: 412, title: 'The case has a newer version' },
  'prefetch-missing': { status: 412, title: 'What the service needs was not sent, and may not be read' },
  'too-large': { status: 413, title: 'The body is too large' },
  'unsupported-media-type': { status: 415, title: 'This media type is not read here' },
  'invalid-request': { status: 422, title: 'The request is well-formed but not valid' },
  'case-not-publishable': { status: 422, title: 'The case has mistakes that keep it from being published' },
  'version-required': { status: 428, title: 'If-Match is required' },
  'rate-limited': { status: 429, title: 'Too many requests' },
  internal: { status: 500, title: 'Something went wrong on our side' },
  overloaded: { status: 503, title: 'Too much work is waiting' },
  'dependency-unavailable': { status: 503, title: 'A part of the service did not answer' },
  'ehr-unavailable': { status: 503, title: 'The training system did not answer as it should' },
  'knowledge-unavailable': { status: 503, title: 'The knowledge version is not available' },
  'case-not-understood': { status: 422, title: 'The case could not be processed' },
  timeout: { status: 504, title: 'The run took too long' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ErrorCode = keyof typeof ERROR_CODES;
export interface FieldError {
  readonly pointer: string;
  readonly code: string;
  readonly message: string;
}

/** An error with a code of the closed set: what a use-case throws and the edge turns into a problem document. */
export class DomainError extends Error {
  constructor(
    readonly code: ErrorCode,
    detail?: string,
    readonly errors: readonly FieldError[] = [],
    readonly retryAfterSeconds?: number,
  ) {
    super(detail ?? ERROR_CODES[code].title);
    this.name = 'DomainError';
  }
}
