import { setTimeout as delay } from 'node:timers/promises';
import { LogCheckpoint, LogEntryList, Problem } from '@openrounds/contracts';
import { type z } from 'zod';

const TRIES = 6;
const WAIT_SECONDS = 1;
const PAGE = 100;

/** The log of a running product, over its public API. */
export class LogApi {
  /**
   * @param server - where the gateway is, e.g. `http://127.0.0.1:3000`
   * @param apiKey - whose records are seen: those of the key's tenant
   * @param wait - seconds between two tries of a busy service
   */
  constructor(
    private readonly server: string,
    private readonly apiKey: string,
    private readonly wait: (seconds: number) => Promise<unknown> = (seconds) => delay(seconds * 1000),
  ) {}

  checkpoint(): Promise<LogCheckpoint> {
    return this.get('/v1/log/checkpoint', LogCheckpoint);
  }

  /** Entries from the first on; the last page may hold more than a checkpoint that was asked for before covers. */
  async *pages(): AsyncGenerator<LogEntryList['items']> {
    for (let cursor: string | null = ''; cursor !== null;) {
      const query = new URLSearchParams({ limit: String(PAGE), ...(cursor === '' ? {} : { cursor }) });
      const page: LogEntryList = await this.get(`/v1/log/entries?${query.toString()}`, LogEntryList);
      yield page.items;
      cursor = page.nextCursor;
    }
  }

  /** @throws Error in words for a person: what the service answered, or that it did not */
  private async get<T extends z.ZodType>(path: string, schema: T): Promise<z.output<T>> {
    for (let attempt = 1; ; attempt += 1) {
      const response = await this.fetch(path);
      if (response.ok) return schema.parse(await response.json());
      const isBusy = response.status === 429 || response.status === 503;
      if (!isBusy || attempt === TRIES) throw new Error(await this.refusal(response));
      await this.wait(Number(response.headers.get('retry-after') ?? WAIT_SECONDS));
    }
  }

  private async fetch(path: string): Promise<Response> {
    try {
      return await fetch(new URL(path, this.server), {
        headers: { authorization: `Bearer ${this.apiKey}`, accept: 'application/json' },
      });
    } catch {
      throw new Error(`${this.server} does not answer: is the product running?`);
    }
  }

  private async refusal(response: Response): Promise<string> {
    const problem = Problem.safeParse(await response.json().catch(() => undefined));
    const { title, detail } = problem.data ?? {};
    const said = [title, detail].filter((text) => text !== undefined).join(': ');
    return `${this.server} answers ${String(response.status)}${said === '' ? '' : `: ${said}`}`;
  }
}
