import { Inject, Injectable } from '@nestjs/common';
import { DomainError, type ConsistencyProof, type InclusionProof, type LogTile } from '@openrounds/contracts';
import {
  consistencyPlaces,
  consistencySteps,
  inclusionSteps,
  placesOfTile,
  type ProofStep,
  proofOf,
  rootOf,
  type Tile,
} from '@openrounds/transparency-log';
import { LOG_STORE, type LogStore } from '../ports/log-store';

/** Proves what the log holds and that it only grew, in O(log n) reads of stored nodes. */
@Injectable()
export class ProveLog {
  constructor(@Inject(LOG_STORE) private readonly log: Pick<LogStore, 'head' | 'nodes'>) {}

  /** @throws DomainError `invalid-request` for an entry or a size that the log does not have yet */
  async inclusion(index: number, asked?: number): Promise<InclusionProof> {
    const size = await this.sizeUpTo(asked, 'size');
    if (index >= size) throw beyond('index', size);
    const leaf: ProofStep = [{ level: 0, index }];
    const [[leafHash = ''] = [], path = [], root = []] = await this.read(
      [leaf],
      inclusionSteps(index, size),
      treeOf(size),
    );
    return { index, size, leafHash, rootHash: rootOf({ size, subtrees: root }), path };
  }

  /** @throws DomainError `invalid-request` for a size that the log does not have yet, or a later one that is smaller */
  async consistency(from: number, asked?: number): Promise<ConsistencyProof> {
    const to = await this.sizeUpTo(asked, 'to');
    if (from > to) throw beyond('from', to);
    const [path = [], was = [], is = []] = await this.read(
      consistencySteps(from, to),
      treeOf(from),
      treeOf(to),
    );
    const fromRootHash = rootOf({ size: from, subtrees: was });
    return { from, to, fromRootHash, toRootHash: rootOf({ size: to, subtrees: is }), path };
  }

  /** Hashes of a tile, null where the log has not grown so far. */
  async tile(tile: Tile): Promise<LogTile> {
    const places = placesOfTile(tile, (await this.log.head()).size);
    if (places === undefined) return { hashes: null };
    const [hashes = []] = await this.read(places.map((place) => [place]));
    return { hashes: Buffer.from(hashes.join(''), 'hex').toString('base64') };
  }

  /** The size of now, where none is asked for. */
  private async sizeUpTo(asked: number | undefined, field: string): Promise<number> {
    const { size } = await this.log.head();
    if (asked !== undefined && asked > size) throw beyond(field, size);
    return asked ?? size;
  }

  /** The hashes of several proofs by one read of the stored nodes. */
  private async read(...proofs: readonly (readonly ProofStep[])[]): Promise<string[][]> {
    const stored = await this.log.nodes(proofs.flat(2));
    let at = 0;
    return proofs.map((steps) => {
      const nodes = stored.slice(at, (at += steps.flat().length));
      return proofOf(
        steps,
        nodes.filter((hash) => hash !== undefined),
      );
    });
  }
}

/** The subtrees that a tree of this size consists of, each by itself. */
const treeOf = (size: number): ProofStep[] => consistencyPlaces(0, size).map((place) => [place]);

const beyond = (field: string, size: number): DomainError =>
  new DomainError('invalid-request', `The log has ${String(size)} entries`, [
    { pointer: `/query/${field}`, code: 'too_big', message: `the log has ${String(size)} entries` },
  ]);
