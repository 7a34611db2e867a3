import { createHash, generateKeyPairSync } from 'node:crypto';
import { link, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Checkpoint,
  parseNote,
  parseCheckpoint,
  type Witness,
  witness,
} from '@openrounds/transparency-log';
import { reasonOf } from '../../io/read-json';
import { UnusableArgument } from '../../surroundings';

const KEY = 'key.pem';
const NAME = 'name';
const SEEN = /^[0-9]{8}\.checkpoint$/;

/** The newest head that a witness signed of a log, and the how manyth it was. */
export interface SeenHead {
  readonly place: number;
  readonly head: Checkpoint;
  readonly note: string;
}

/**
 * What a witness must not lose: its key, and each head that it signed of each log, numbered. A head gets its number by a
 * link, which is made once: of two processes that go on from the same head one goes on.
 */
export class WitnessFolder {
  private constructor(
    private readonly path: string,
    readonly witness: Witness,
  ) {}

  /** Makes a key. @throws UnusableArgument where there is one */
  static async make(path: string, name: string): Promise<WitnessFolder> {
    const { privateKey } = generateKeyPairSync('ed25519');
    const made = witness(name, privateKey);
    await mkdir(path, { recursive: true, mode: 0o700 });
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
    await writeFile(join(path, KEY), pem, { mode: 0o600, flag: 'wx' }).catch((error: unknown) => {
      throw new UnusableArgument(`${path} cannot hold a new key: ${reasonOf(error)}`);
    });
    await writeFile(join(path, NAME), `${name}\n`);
    return new WitnessFolder(path, made);
  }

  /** @throws UnusableArgument where it is none */
  static async open(path: string): Promise<WitnessFolder> {
    try {
      const [name, key] = await Promise.all([
        readFile(join(path, NAME), 'utf8'),
        readFile(join(path, KEY), 'utf8'),
      ]);
      return new WitnessFolder(path, witness(name.trim(), key));
    } catch (error) {
      throw new UnusableArgument(`${path} is no folder of a witness (log make-witness): ${reasonOf(error)}`);
    }
  }

  /** The newest head that was signed of a log; undefined before the first. */
  async last(origin: string): Promise<SeenHead | undefined> {
    const folder = this.folderOf(origin);
    const names = (await readdir(folder).catch(() => [])).filter((name) => SEEN.test(name)).sort();
    const newest = names.at(-1);
    if (newest === undefined) return undefined;
    const note = await readFile(join(folder, newest), 'utf8');
    return { place: Number.parseInt(newest, 10), head: parseCheckpoint(parseNote(note).text), note };
  }

  /**
   * Remembers a head as the one that comes after `place`.
   *
   * @throws Error where another process has put one there meanwhile
   */
  async goOn(origin: string, place: number, note: string): Promise<void> {
    const folder = this.folderOf(origin);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const name = join(folder, `${String(place + 1).padStart(8, '0')}.checkpoint`);
    const written = `${name}.${String(process.pid)}`;
    // Only here: the entry point loads the whole service framework.
    const { writeDurably } = await import('@openrounds/platform');
    await writeDurably(written, note);
    try {
      await link(written, name);
    } catch (error) {
      throw new Error(`another process signs for this log at the moment: ${reasonOf(error)}`, {
        cause: error,
      });
    } finally {
      await rm(written, { force: true });
    }
  }

  private folderOf(origin: string): string {
    return join(this.path, 'logs', createHash('sha256').update(origin).digest('hex').slice(0, 32));
  }
}
