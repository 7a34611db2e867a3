import { readFile } from 'node:fs/promises';
import { systemErrorCode, writeDurably } from '@openrounds/platform';
import { checkpointText, parseCheckpoint } from '@openrounds/transparency-log';
import { type HeadMemory, type RememberedHead, type TreeHead } from '../ports/head-memory';

/** The extension line of a head that `openrounds restore` left: it holds until an operator writes one without it. */
const RESTORED = /^restored (\S+)$/m;

/** The newest head in a file, as the text of an unsigned checkpoint (C2SP): a person can read it. */
export class HeadFile implements HeadMemory {
  constructor(
    private readonly path: string,
    private readonly origin: string,
  ) {}

  async recall(): Promise<RememberedHead | undefined> {
    const text = await this.read();
    if (text === undefined) return undefined;
    const { origin, size, rootHash } = parseCheckpoint(text);
    if (origin !== this.origin) throw new Error(`it is the head of another log, ${origin}`);
    const restoredFrom = RESTORED.exec(text)?.[1];
    return { size, rootHash, ...(restoredFrom !== undefined && { restoredFrom }) };
  }

  async remember({ size, rootHash }: TreeHead): Promise<void> {
    await writeDurably(this.path, checkpointText({ origin: this.origin, size, rootHash }));
  }

  private async read(): Promise<string | undefined> {
    try {
      return await readFile(this.path, 'utf8');
    } catch (error) {
      if (systemErrorCode(error) === 'ENOENT') return undefined;
      throw error;
    }
  }
}
