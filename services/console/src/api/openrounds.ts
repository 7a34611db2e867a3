import type { components } from '../../../../openapi/client/schema';
import { ApiError, type HttpClient, dataOf } from './http';
import type {
  Case,
  Comparison,
  Counterfactual,
  CorrectionInput,
  CreateRun,
  Language,
  Patient,
  Run,
  Session,
  Stages,
  Understood,
  VocabularyFinding,
} from './types';

const LARGEST_PAGE = 100;
type VocabularyPage = components['schemas']['FindingList'];

/** The operations of the public contract that the console uses. */
export class OpenRoundsApi {
  constructor(private readonly http: HttpClient) {}

  /** The open session, or null when there is none. */
  async session(): Promise<Session | null> {
    try {
      return this.adopt(await dataOf(this.http.calls.GET('/v1/session')));
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) return null;
      throw error;
    }
  }

  /** Signs in with the start-up code, which is good once. */
  async signIn(code: string): Promise<Session> {
    return this.adopt(await dataOf(this.http.calls.POST('/v1/session', { body: { code } })));
  }

  /** Signs in with an API key, which is sent once and never kept. */
  async signInWithKey(key: string): Promise<Session> {
    const headers = { authorization: `Bearer ${key}` };
    return this.adopt(await dataOf(this.http.calls.POST('/v1/session', { body: {}, headers })));
  }

  preview(
    narrative: string,
    narrativeLanguage: Language,
    patient: Patient,
    language: Language,
    signal: AbortSignal,
  ): Promise<Understood> {
    return dataOf(
      this.http.calls.POST('/v1/intake/preview', {
        body: { narrative, language: narrativeLanguage, patient },
        headers: { 'accept-language': language },
        signal,
      }),
    );
  }

  createRun(body: CreateRun, idempotencyKey: string, language: Language): Promise<Run> {
    return dataOf(
      this.http.calls.POST('/v1/runs', {
        body,
        params: { header: { 'Idempotency-Key': idempotencyKey } },
        headers: { 'accept-language': language },
      }),
    );
  }

  run(id: string, language: Language, signal: AbortSignal): Promise<Run> {
    const headers = { 'accept-language': language };
    return dataOf(this.http.calls.GET('/v1/runs/{id}', { params: { path: { id } }, headers, signal }));
  }

  /** Two diseases of a run head to head; `a` and `b` are disease ids. */
  compare(
    id: string,
    [a, b]: readonly [string, string],
    lang: Language,
    signal: AbortSignal,
  ): Promise<Comparison> {
    const params = { path: { id }, query: { diseases: `${a},${b}`, lang } };
    return dataOf(this.http.calls.GET('/v1/runs/{id}/compare', { params, signal }));
  }

  /** The smallest change of the case that puts another disease first. */
  counterfactual(id: string, lang: Language, signal: AbortSignal): Promise<Counterfactual> {
    const params = { path: { id }, query: { lang } };
    return dataOf(this.http.calls.GET('/v1/runs/{id}/counterfactual', { params, signal }));
  }

  /** The list after the history, after the examination and so on. */
  stages(id: string, lang: Language, signal: AbortSignal): Promise<Stages> {
    const params = { path: { id }, query: { lang } };
    return dataOf(this.http.calls.GET('/v1/runs/{id}/stages', { params, signal }));
  }

  /** A case in the version asked for, or in its newest. */
  case(id: string, version: number | null, language: Language, signal?: AbortSignal): Promise<Case> {
    const params = { path: { id }, ...(version !== null && { query: { version } }) };
    const headers = { 'accept-language': language };
    return dataOf(
      this.http.calls.GET('/v1/cases/{id}', { params, headers, ...(signal !== undefined && { signal }) }),
    );
  }

  /** Keeps corrections with a case: its next version. `version` is the one that was corrected. */
  correctCase(
    { id, version }: { id: string; version: number },
    corrections: CorrectionInput[],
    idempotencyKey: string,
    language: Language,
  ): Promise<Case> {
    return dataOf(
      this.http.calls.POST('/v1/cases/{id}/versions', {
        body: { corrections },
        params: {
          path: { id },
          header: { 'If-Match': `"${String(version)}"`, 'Idempotency-Key': idempotencyKey },
        },
        headers: { 'accept-language': language },
      }),
    );
  }

  async searchFindings(text: string, lang: Language, signal: AbortSignal): Promise<VocabularyFinding[]> {
    const params = { query: { q: text, lang } };
    return (await dataOf(this.http.calls.GET('/v1/findings', { params, signal }))).items;
  }

  /** All findings: a few pages, fetched once, so that any id can be shown by its name. */
  async vocabulary(lang: Language, signal: AbortSignal): Promise<Map<string, VocabularyFinding>> {
    const findings = new Map<string, VocabularyFinding>();
    let cursor: string | null = null;
    do {
      const query = { lang, limit: LARGEST_PAGE, ...(cursor !== null && { cursor }) };
      const page: VocabularyPage = await dataOf(
        this.http.calls.GET('/v1/findings', { params: { query }, signal }),
      );
      for (const finding of page.items) findings.set(finding.id, finding);
      cursor = page.nextCursor;
    } while (cursor !== null);
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
