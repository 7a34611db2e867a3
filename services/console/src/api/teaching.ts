import { everyPage } from './every-page';
import { type HttpClient, dataOf, doneOf } from './http';
import type {
  CaseBody,
  CaseCheck,
  CaseForecast,
  ImportedCases,
  QuestionLosses,
  Language,
  LibraryCard,
  LibraryList,
  ListedTeachingCase,
  TeachingCase,
} from './types';

/** What the way of a case into the library, and out of it, asks of people. */
export type CaseAct = 'submit' | 'publish' | 'retire';
export type CaseFileType = 'application/json' | 'application/yaml' | 'application/x-ndjson';

const inLanguage = (language: Language) => ({ 'accept-language': language });

/** The operations on teaching cases. */
export class TeachingApi {
  constructor(private readonly http: HttpClient) {}

  /** Every card of the library, with the notice that goes with them. */
  async library(lang: Language, signal: AbortSignal): Promise<{ cards: LibraryCard[]; notice: string }> {
    let notice = '';
    const cards = await everyPage<LibraryCard>(async (page) => {
      const list: LibraryList = await dataOf(
        this.http.calls.GET('/v1/library', { params: { query: { lang, ...page } }, signal }),
      );
      notice = list.notice;
      return list;
    });
    return { cards, notice };
  }

  /** The teachers' own cases, newest first. */
  cases(lang: Language, signal: AbortSignal): Promise<ListedTeachingCase[]> {
    return everyPage<ListedTeachingCase>((page) =>
      dataOf(this.http.calls.GET('/v1/teaching-cases', { params: { query: { lang, ...page } }, signal })),
    );
  }

  /** A case with its key, in the version asked for or in its newest. */
  case(id: string, version: number | null, lang: Language, signal?: AbortSignal): Promise<TeachingCase> {
    const params = { path: { id }, query: { lang, ...(version !== null && { version }) } };
    return dataOf(
      this.http.calls.GET('/v1/teaching-cases/{id}', { params, ...(signal !== undefined && { signal }) }),
    );
  }

  /** What the checks find in a case as it stands; nothing is stored. */
  async check(body: CaseBody, language: Language, signal: AbortSignal): Promise<CaseCheck[]> {
    const headers = inLanguage(language);
    const { checks } = await dataOf(
      this.http.calls.POST('/v1/teaching-cases/check', { body: { body }, headers, signal }),
    );
    return checks;
  }

  create(body: CaseBody, note: string, key: string, language: Language): Promise<TeachingCase> {
    return dataOf(
      this.http.calls.POST('/v1/teaching-cases', {
        body: { body, ...(note !== '' && { note }) },
        params: { header: { 'Idempotency-Key': key } },
        headers: inLanguage(language),
      }),
    );
  }

  /** The next version of a case; `version` is the one that was changed. */
  change(
    { id, version }: { id: string; version: number },
    body: CaseBody,
    note: string,
    key: string,
    language: Language,
  ): Promise<TeachingCase> {
    const header = { 'If-Match': `"${String(version)}"`, 'Idempotency-Key': key };
    return dataOf(
      this.http.calls.POST('/v1/teaching-cases/{id}/versions', {
        body: { body, ...(note !== '' && { note }) },
        params: { path: { id }, header },
        headers: inLanguage(language),
      }),
    );
  }

  act(act: CaseAct, id: string, version: number, language: Language): Promise<TeachingCase> {
    const given = { body: { version }, params: { path: { id } }, headers: inLanguage(language) };
    switch (act) {
      case 'submit':
        return dataOf(this.http.calls.POST('/v1/teaching-cases/{id}:submit', given));
      case 'publish':
        return dataOf(this.http.calls.POST('/v1/teaching-cases/{id}:publish', given));
      case 'retire':
        return dataOf(this.http.calls.POST('/v1/teaching-cases/{id}:retire', given));
    }
  }

  review(
    id: string,
    review: { version: number; verdict: 'agree' | 'change'; comment?: string },
    language: Language,
  ): Promise<TeachingCase> {
    const params = { path: { id } };
    const headers = inLanguage(language);
    return dataOf(this.http.calls.POST('/v1/teaching-cases/{id}:review', { body: review, params, headers }));
  }

  copy(id: string, version: number, key: string, language: Language): Promise<TeachingCase> {
    return dataOf(
      this.http.calls.POST('/v1/teaching-cases/{id}:copy', {
        body: { version },
        params: { path: { id }, header: { 'Idempotency-Key': key } },
        headers: inLanguage(language),
      }),
    );
  }

  async erase(id: string): Promise<void> {
    await doneOf(this.http.calls.DELETE('/v1/teaching-cases/{id}', { params: { path: { id } } }));
  }

  /** What the engine would say at each stage of a version; null is the one that is taught with. */
  forecast(id: string, version: number | null, lang: Language, signal: AbortSignal): Promise<CaseForecast> {
    const params = { path: { id }, query: { lang, ...(version !== null && { version }) } };
    return dataOf(this.http.calls.GET('/v1/teaching-cases/{id}/forecast', { params, signal }));
  }

  /** What an export of questions would lose. */
  questionLosses(
    { format, set }: QuestionsWanted,
    lang: Language,
    signal: AbortSignal,
  ): Promise<QuestionLosses> {
    const params = { query: { format, set, dryRun: 'true' as const, lang } };
    return dataOf(
      this.http.calls.GET('/v1/questions/export', { params, signal }) as Promise<{
        data?: QuestionLosses;
        error?: unknown;
        response: Response;
      }>,
    );
  }

  /** Stores the cases of a file as drafts of one's own. */
  importFile(text: string, type: CaseFileType, key: string, language: Language): Promise<ImportedCases> {
    return dataOf(
      this.http.calls.POST('/v1/teaching-cases/import', {
        // The file goes out as it is; the contract's type is that of its parsed form.
        body: text as never,
        bodySerializer: (body: unknown) => String(body),
        params: { header: { 'Idempotency-Key': key } },
        headers: { ...inLanguage(language), 'content-type': type },
      }),
    );
  }
}

/** Questions of which cases, in which format. */
export interface QuestionsWanted {
  readonly format: QuestionLosses['format'];
  /** `library`, or ids of cases separated by commas. */
  readonly set: string;
}

/** Where a file of questions can be fetched by the browser itself. */
export const questionsAddress = ({ format, set }: QuestionsWanted, lang: Language): string =>
  `/v1/questions/export?${new URLSearchParams({ format, set, lang }).toString()}`;

/** Where a file of a case can be fetched by the browser itself. */
export const exportAddress = (id: string, version: number, as: 'json' | 'yaml'): string =>
  `/v1/teaching-cases/${encodeURIComponent(id)}/export?as=${as}&version=${String(version)}`;
