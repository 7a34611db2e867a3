import { mkdtempSync, rmSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const PRELOADED = fileURLToPath(new URL('live-heap.cjs', import.meta.url));
const PATIENCE_MS = 10_000;
const MB = 1024 ** 2;

/** What services hold once all garbage is collected; they must have been started with `env`. */
export class LiveHeaps {
  #dir = mkdtempSync(join(tmpdir(), 'openrounds-live-'));

  get env() {
    const options = `${process.env.NODE_OPTIONS ?? ''} --require ${JSON.stringify(PRELOADED)}`;
    return { BENCH_LIVE_DIR: this.#dir, NODE_OPTIONS: options.trim() };
  }

  /**
   * Looks at one after the other, as each stands still meanwhile.
   *
   * @param {Record<string, number>} pids of services, by name
   * @returns {Promise<Record<string, number>>} MB by name
   */
  async look(pids) {
    const mb = {};
    for (const [name, pid] of Object.entries(pids)) mb[name] = (await this.#bytesOf(pid)) / MB;
    return mb;
  }

  close() {
    rmSync(this.#dir, { recursive: true, force: true });
  }

  async #bytesOf(pid) {
    const file = join(this.#dir, String(pid));
    await rm(file, { force: true });
    process.kill(pid, 'SIGUSR2');
    const until = performance.now() + PATIENCE_MS;
    while (performance.now() < until) {
      const written = await readFile(file, 'utf8').catch(() => undefined);
      if (written !== undefined) return Number(written);
      await pause(20);
    }
    throw new Error(`process ${pid} has not told what it holds`);
  }
}
