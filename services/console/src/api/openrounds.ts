import { ApiError, type HttpClient } from './http';
import type {
  Case,
  CreateRun,
  Language,
  Patient,
  Run,
  Session,
  Understood,
  VocabularyFinding,
} from './types';

interface Page<T> {
  items: T[];
  nextCursor: string | null;
}
const LARGEST_PAGE = 100;

/** The operations of the public contract that the console uses. */
export class OpenRoundsApi {
  constructor(private readonly http: HttpClient) {}

  /** The open session, or null when there is none. */
  async session(): Promise<Session | null> {
    try {
      return this.adopt(await this.http.get<Session>('/v1/session'));
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) return null;
      throw error;
    }
  }

  /** Signs in with a start-up code; without one, as the local person where the server grants that. */
  async signIn(code?: string): Promise<Session> {
    return this.adopt(await this.http.post<Session>('/v1/session', code === undefined ? {} : { code }));
  }

  /** Signs in with an API key, which is sent once and never kept. */
  async signInWithKey(key: string): Promise<Session> {
    const headers = { authorization: `Bearer ${key}` };
    return this.adopt(await this.http.post<Session>('/v1/session', {}, { headers }));
  }

  preview(
    narrative: string,
    narrativeLanguage: Language,
    patient: Patient,
    language: Language,
    signal: AbortSignal,
  ) {
    const body = { narrative, language: narrativeLanguage, patient };
    return this.http.post<Understood>('/v1/intake/preview', body, { language, signal });
  }

  createRun(input: CreateRun, idempotencyKey: string, language: Language): Promise<Run> {
    return this.http.post<Run>('/v1/runs', input, {
      language,
      headers: { 'idempotency-key': idempotencyKey },
    });
  }

  run(id: string, language: Language, signal: AbortSignal): Promise<Run> {
    return this.http.get<Run>(`/v1/runs/${encodeURIComponent(id)}`, { language, signal });
  }

  case(id: string, language: Language, signal: AbortSignal): Promise<Case> {
    return this.http.get<Case>(`/v1/cases/${encodeURIComponent(id)}`, { language, signal });
  }

  async searchFindings(query: string, language: Language, signal: AbortSignal): Promise<VocabularyFinding[]> {
    const path = `/v1/findings?${new URLSearchParams({ q: query, lang: language }).toString()}`;
    return (await this.http.get<Page<VocabularyFinding>>(path, { language, signal })).items;
  }

  /** All findings: a few pages, fetched once, so that any id can be shown by its name. */
  async vocabulary(language: Language, signal: AbortSignal): Promise<Map<string, VocabularyFinding>> {
    const findings = new Map<string, VocabularyFinding>();
    let cursor: string | null = null;
    do {
      const query = new URLSearchParams({
        lang: language,
        limit: String(LARGEST_PAGE),
        ...(cursor && { cursor }),
      });
      const page: Page<VocabularyFinding> = await this.http.get(`/v1/findings?${query.toString()}`, {
        language,
        signal,
      });
      for (const finding of page.items) findings.set(finding.id, finding);
      cursor = page.nextCursor;
    } while (cursor);
    return findings;
  }

  private adopt(session: Session): Session {
    this.http.useSession(session.csrfToken);
    return session;
  }
}

/** 128 random bits. `crypto.randomUUID` is missing on plain HTTP, where a lecture may run. */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
