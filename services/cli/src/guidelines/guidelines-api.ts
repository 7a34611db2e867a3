import { setTimeout as delay } from 'node:timers/promises';
import { GuidelineDocument, type ImportGuidelineInput } from '@openrounds/contracts';
import { ServerApi } from '../server/server-api';

const TRIES = 6;
const WAIT_SECONDS = 2;

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
    wait: (seconds: number) => Promise<unknown> = (seconds) => delay(seconds * 1000),
  ) {
    this.api = new ServerApi(
      () => server,
      async ({ failures, retryAfter, answered }) => {
        if (!answered || failures === TRIES) return false;
        await wait(retryAfter || WAIT_SECONDS);
        return true;
      },
    );
  }

  /** The same file is the same document: sending it again does no harm. @throws Refused */
  import(body: ImportGuidelineInput): Promise<GuidelineDocument> {
    const sent = { body, bearer: this.apiKey };
    return this.api.json('POST', '/v1/guidelines/documents', GuidelineDocument, sent);
  }
}
