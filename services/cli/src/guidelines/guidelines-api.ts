import {
  GuidelineDocument,
  GuidelineDocumentList,
  type GuidelineImport,
  GuidelineImports,
  type ImportGuidelineInput,
} from '@openrounds/contracts';
import { askingBusyAgain, type Wait } from '../server/asking-busy-again';
import { pagesOf } from '../server/pages-of';
import { ServerApi } from '../server/server-api';

const WAIT_SECONDS = 2;

const CREATED = 201;

const PATH = '/v1/guidelines/documents';

/** A document, and whether this request has brought it. */
export interface ImportedDocument {
  readonly document: GuidelineDocument;
  readonly isNew: boolean;
}

/** The guideline documents of a running product. A busy product is asked again, one that is not there is not. */
export class GuidelinesApi {
  private readonly api: ServerApi;

  /**
   * @param server - where the gateway is, e.g. `http://127.0.0.1:3000`
   * @param apiKey - of an author or administrator
   * @param wait - seconds between two tries of a busy service
   */
  constructor(
    server: string,
    private readonly apiKey: string,
    wait?: Wait,
  ) {
    this.api = new ServerApi(() => server, askingBusyAgain(WAIT_SECONDS, wait));
  }

  /** The same file is the same document: sending it again does no harm. @throws Refused */
  async import(body: ImportGuidelineInput): Promise<ImportedDocument> {
    const sent = { body, bearer: this.apiKey };
    const { status, value } = await this.api.answer('POST', PATH, GuidelineDocument, sent);
    return { document: value, isNew: status === CREATED };
  }

  /** How far the import of a file is that another request brings. Undefined: it is not split yet, or complete. @throws Refused */
  async importing(sha256: string): Promise<GuidelineImport | undefined> {
    const sent = { bearer: this.apiKey };
    const { items } = await this.api.json('GET', '/v1/guidelines/imports', GuidelineImports, sent);
    return items.find((each) => each.sha256 === sha256);
  }

  /** All documents, newest first, withdrawn ones too. @throws Refused */
  async list(): Promise<GuidelineDocument[]> {
    const documents: GuidelineDocument[] = [];
    const pageAt = (query: string): Promise<GuidelineDocumentList> =>
      this.api.json('GET', `${PATH}?${query}`, GuidelineDocumentList, { bearer: this.apiKey });
    for await (const items of pagesOf(pageAt)) documents.push(...items);
    return documents;
  }

  /** Takes a document out of searches and new runs. @throws Refused */
  async withdraw(id: string): Promise<void> {
    await this.api.text('DELETE', `${PATH}/${encodeURIComponent(id)}`, { bearer: this.apiKey });
  }
}
