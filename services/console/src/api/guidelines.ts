import { everyPage } from './every-page';
import { type HttpClient, dataOf, doneOf } from './http';
import type { GuidelineDocument, GuidelineImport, ImportGuideline, Language } from './types';

const CREATED = 201;

/** A document, and whether this request has brought it. */
export interface ImportedDocument {
  readonly document: GuidelineDocument;
  readonly isNew: boolean;
}

/** The operations on guideline documents of the institution. */
export class GuidelinesApi {
  constructor(private readonly http: HttpClient) {}

  /** All of them, newest first, withdrawn ones too. */
  documents(signal: AbortSignal): Promise<GuidelineDocument[]> {
    return everyPage<GuidelineDocument>((query) =>
      dataOf(this.http.calls.GET('/v1/guidelines/documents', { params: { query }, signal })),
    );
  }

  /** How far imports of the institution are that are under way. */
  async imports(signal: AbortSignal): Promise<GuidelineImport[]> {
    const { items } = await dataOf(this.http.calls.GET('/v1/guidelines/imports', { signal }));
    return items;
  }

  /** The same file is the same document: sending it again does no harm. */
  async import(body: ImportGuideline, language: Language): Promise<ImportedDocument> {
    const call = this.http.calls.POST('/v1/guidelines/documents', {
      body,
      headers: { 'accept-language': language },
      fetch: this.http.patiently,
    });
    const document = await dataOf(call);
    return { document, isNew: (await call).response.status === CREATED };
  }

  /** Takes a document out of searches and new runs; old runs keep what they show. */
  async withdraw(id: string): Promise<void> {
    await doneOf(this.http.calls.DELETE('/v1/guidelines/documents/{id}', { params: { path: { id } } }));
  }
}
