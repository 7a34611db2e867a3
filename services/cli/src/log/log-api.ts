import {
  ConsistencyProof,
  Cosignature,
  LogCheckpoint,
  type LogEntry,
  LogEntryList,
} from '@openrounds/contracts';
import { askingBusyAgain, type Wait } from '../server/asking-busy-again';
import { pagesOf } from '../server/pages-of';
import { ServerApi } from '../server/server-api';

const WAIT_SECONDS = 1;

/** The log of a running product, over its public API. A busy product is asked again, one that is not there is not. */
export class LogApi {
  private readonly api: ServerApi;

  /**
   * @param server - where the gateway is, e.g. `http://127.0.0.1:3000`
   * @param apiKey - whose records are seen: those of the key's tenant
   * @param wait - seconds between two tries of a busy service
   */
  constructor(
    server: string,
    private readonly apiKey: string,
    wait?: Wait,
  ) {
    this.api = new ServerApi(() => server, askingBusyAgain(WAIT_SECONDS, wait));
  }

  /** @param witnessed - the newest that a witness signed */
  checkpoint(witnessed = false): Promise<LogCheckpoint> {
    const query = witnessed ? '?witnessed=true' : '';
    return this.api.json('GET', `/v1/log/checkpoint${query}`, LogCheckpoint, { bearer: this.apiKey });
  }

  consistency(from: number, to: number): Promise<ConsistencyProof> {
    const path = `/v1/log/proof/consistency?from=${String(from)}&to=${String(to)}`;
    return this.api.json('GET', path, ConsistencyProof, { bearer: this.apiKey });
  }

  /** @param cosignature - the line of a note, without its line feed */
  async cosign(size: number, cosignature: string): Promise<void> {
    const body = { size, cosignature };
    await this.api.json('POST', '/v1/log/cosignatures', Cosignature, { bearer: this.apiKey, body });
  }

  /** @param path - of a tile, as C2SP tlog-tiles names it */
  tile(path: string): Promise<Uint8Array> {
    return this.api.bytes('GET', `/v1/log/tiles/${path}`, { bearer: this.apiKey });
  }

  /** Entries from the first on; the last page may hold more than a checkpoint that was asked for before covers. */
  pages(): AsyncGenerator<readonly LogEntry[]> {
    return pagesOf((query) =>
      this.api.json('GET', `/v1/log/entries?${query}`, LogEntryList, { bearer: this.apiKey }),
    );
  }
}
