import { GuidelineDocument, type ImportGuidelineInput } from '@openrounds/contracts';
import { askingBusyAgain, type Wait } from '../server/asking-busy-again';
import { ServerApi } from '../server/server-api';

const WAIT_SECONDS = 2;

const CREATED = 201;

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
    const path = '/v1/guidelines/documents';
    const { status, value } = await this.api.answer('POST', path, GuidelineDocument, sent);
    return { document: value, isNew: status === CREATED };
  }
}
