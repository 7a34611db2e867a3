import type {
  Comment,
  CommentList,
  Consent,
  ConsentInput,
  Mine,
  NamedDisease,
  PublicRoom,
  RoomStage,
  RoomState,
  RoomTeam,
  SubmissionInput,
  SubmissionReceipt,
} from '../room/types';

const TIMEOUT_MS = 10_000;

/** What went wrong with a request. */
export class PhoneError extends Error {
  constructor(
    /** Null where no answer came. */
    readonly status: number | null,
    /** Code of the problem, see the contract; null where the answer was none of ours. */
    readonly code: string | null,
  ) {
    super(code ?? (status === null ? 'no answer' : `status ${String(status)}`));
    this.name = 'PhoneError';
  }

  /** Whether the same request may succeed later: nobody answered, or the server is busy. */
  get passes(): boolean {
    return this.status === null || this.status === 429 || this.status >= 500;
  }
}

const PROBLEM_TYPE = /\/problems\/([a-z-]+)$/;

async function problemOf(response: Response): Promise<PhoneError> {
  const body = (await response.json().catch(() => null)) as { type?: unknown } | null;
  const code = PROBLEM_TYPE.exec(typeof body?.type === 'string' ? body.type : '')?.[1] ?? null;
  return new PhoneError(response.status, code);
}

interface Asked {
  readonly token?: string;
  /** Under which what is sent again is done once. */
  readonly key?: string;
  readonly body?: object;
  readonly method?: 'DELETE';
  readonly csrfToken?: string;
  readonly language: string;
}

/** Older phones know no `AbortSignal.timeout`. */
async function ask<T>(path: string, { token, key, body, method, csrfToken, language }: Asked): Promise<T> {
  const aborter = new AbortController();
  const timer = setTimeout(() => {
    aborter.abort();
  }, TIMEOUT_MS);
  try {
    const response = await fetch(path, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: {
        accept: 'application/json',
        'accept-language': language,
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
        ...(csrfToken === undefined ? {} : { 'x-csrf-token': csrfToken }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      credentials: 'same-origin',
      signal: aborter.signal,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw await problemOf(response);
    return (response.status === 204 ? undefined : await response.json()) as T;
  } catch (error) {
    throw error instanceof PhoneError ? error : new PhoneError(null, null);
  } finally {
    clearTimeout(timer);
  }
}

export interface Joined {
  readonly number: number;
  readonly token: string;
  readonly resumeCode: string;
  readonly room: RoomState;
}

/** The operations of a room that a phone uses. */
export class PhoneApi {
  constructor(
    readonly code: string,
    readonly language: string,
  ) {}

  /** What anybody with the code sees. */
  door(): Promise<PublicRoom> {
    return ask(this.path(''), { language: this.language });
  }

  /** What an account has decided before; nothing where it has joined no class, or is no student's. */
  async decided(): Promise<readonly Consent[]> {
    try {
      return (await ask<{ consents: Consent[] }>('/v1/me/consents', { language: this.language })).consents;
    } catch (error) {
      if (error instanceof PhoneError && !error.passes) return [];
      throw error;
    }
  }

  /** `consents`: of somebody who is signed in, and who comes in as the account; null for anybody else. */
  async join(
    joinKey: string,
    name: string,
    resumeCode: string,
    consents: readonly ConsentInput[] | null,
  ): Promise<Joined> {
    const body = {
      joinKey,
      language: this.language,
      ...(name !== '' && { name }),
      ...(resumeCode !== '' && { resumeCode }),
      ...(consents !== null && { consents }),
    };
    const { language } = this;
    const session = consents === null ? {} : await ask<{ csrfToken: string }>('/v1/session', { language });
    return ask(this.path('/join'), { body, language, ...session });
  }

  /** The frame; for somebody whom the teacher removed only what anybody sees. */
  frame(token: string): Promise<RoomState | PublicRoom> {
    return ask(this.path(`?lang=${this.language}`), { token, language: this.language });
  }

  mine(token: string): Promise<Mine> {
    return ask(this.path(`/me?lang=${this.language}`), { token, language: this.language });
  }

  stage(token: string, no: number): Promise<RoomStage> {
    return ask(this.path(`/stages/${String(no)}?lang=${this.language}`), { token, language: this.language });
  }

  names(token: string): Promise<NamedDisease[]> {
    return ask(this.path(`/vocabulary?lang=${this.language}`), { token, language: this.language });
  }

  submit(token: string, body: SubmissionInput): Promise<SubmissionReceipt> {
    return ask(this.path('/submissions'), { token, body, language: this.language });
  }

  /** Has the room erase all that is kept of the participant. */
  forget(token: string): Promise<void> {
    return ask(this.path('/me'), { token, method: 'DELETE', language: this.language });
  }

  chooseTeam(token: string, team: number): Promise<RoomTeam> {
    return ask(this.path('/team'), { token, body: { team }, language: this.language });
  }

  handOnPen(token: string, number: number): Promise<RoomTeam> {
    return ask(this.path('/pen'), { token, body: { number }, language: this.language });
  }

  /** What was said, the newest first. */
  comments(token: string, cursor: string | null): Promise<CommentList> {
    const from = cursor === null ? '' : `?cursor=${encodeURIComponent(cursor)}`;
    return ask(this.path(`/comments${from}`), { token, language: this.language });
  }

  say(token: string, text: string, key: string): Promise<Comment> {
    return ask(this.path('/comments'), { token, key, body: { text }, language: this.language });
  }

  /** Where the stream of events is; the cookie of the seat opens it, also where a teacher is signed in as well. */
  get eventsPath(): string {
    return this.path(`/events?lang=${this.language}&as=participant`);
  }

  private path(rest: string): string {
    return `/v1/rooms/${this.code}${rest}`;
  }
}
