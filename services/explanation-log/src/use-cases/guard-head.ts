import { Inject, Injectable } from '@nestjs/common';
import { LOGGER, systemErrorCode, type Logger } from '@openrounds/platform';
import { BusyFault } from '@openrounds/queue';
import { consistencyPlaces, grewOutOf, type NodePlace } from '@openrounds/transparency-log';
import { HEAD_MEMORY, type HeadMemory, type RememberedHead, type TreeHead } from '../ports/head-memory';

const LOOK_AGAIN_MS = 10_000;

/**
 * The database does not continue the log that is remembered, or nobody can tell. What waits for the log waits on: an
 * operator says which head is true (docs/operations.md).
 */
export class HeadInDoubt extends BusyFault {
  constructor(message: string) {
    super(message, LOOK_AGAIN_MS);
  }
}

/** Reads stored nodes of the tree: their hashes in the order of the places, undefined for one that is missing. */
export type NodeReader = (places: readonly NodePlace[]) => Promise<readonly (string | undefined)[]>;

/**
 * Keeps the log from going back: a database that was restored to an earlier day, or that is not the one whose heads
 * were signed, is neither appended to nor signed. What is remembered is always a head that was committed before, so
 * that a crash, wherever it comes, leaves nothing that blocks.
 */
@Injectable()
export class GuardHead {
  /** The last append of this process: the later of the two heads was computed from the earlier. */
  private grown: { readonly from: TreeHead; readonly to: TreeHead } | undefined;
  /** The doubt that was told last: jobs come back every few seconds, and the same need not be told each time. */
  private told: string | undefined;

  constructor(
    @Inject(HEAD_MEMORY) private readonly memory: HeadMemory,
    @Inject(LOGGER) private readonly logger: Pick<Logger, 'info' | 'error'>,
  ) {}

  /**
   * Lets the log go on from `head`, which is committed and locked, and remembers it.
   *
   * @throws HeadInDoubt
   */
  async admit(head: TreeHead, nodesAt: NodeReader): Promise<void> {
    await this.telling(async () => {
      const remembered = await this.compare(() => Promise.resolve(head), nodesAt);
      if (remembered !== undefined && isSame(remembered, head)) return;
      await this.memory.remember(head).catch((error: unknown) => {
        throw new HeadInDoubt(`the log's head cannot be remembered: ${reasonOf(error)}`);
      });
    });
  }

  /** Tells that the transaction which was admitted with `from` appends up to `to`. */
  grew(from: TreeHead, to: TreeHead): void {
    this.grown = { from, to };
  }

  /**
   * Compares what is remembered with the database, by recomputing the tree.
   *
   * @param readHead - called after the memory was read: a head that is committed in between is no reason for doubt
   * @returns what is remembered
   * @throws HeadInDoubt
   */
  check(readHead: () => Promise<TreeHead>, nodesAt: NodeReader): Promise<TreeHead | undefined> {
    return this.telling(() => this.compare(readHead, nodesAt));
  }

  private async compare(
    readHead: () => Promise<TreeHead>,
    nodesAt: NodeReader,
  ): Promise<TreeHead | undefined> {
    const remembered = await this.recall();
    const head = await readHead();
    if (remembered?.restoredFrom !== undefined) {
      throw new HeadInDoubt(
        `the database was restored from the backup of ${remembered.restoredFrom}: it holds ${inWords(head)}, and the log ` +
          `had come to ${inWords(remembered)}, at least; an operator has to say which is true`,
      );
    }
    if (remembered === undefined || isSame(remembered, head) || this.isOwn(remembered, head))
      return remembered;
    if (head.size < remembered.size) {
      throw new HeadInDoubt(
        `the database went back: it holds ${inWords(head)}, and the log had come to ${inWords(remembered)}`,
      );
    }
    const nodes = await nodesAt(consistencyPlaces(remembered.size, head.size));
    if (grewOutOf(remembered, head, nodes)) return remembered;
    throw new HeadInDoubt(
      `the database holds another log: its ${inWords(head)}, did not grow out of ${inWords(remembered)}`,
    );
  }

  private async telling<T>(work: () => Promise<T>): Promise<T> {
    try {
      const result = await work();
      this.tell(undefined);
      return result;
    } catch (error) {
      if (error instanceof HeadInDoubt) this.tell(error);
      throw error;
    }
  }

  private tell(doubt: HeadInDoubt | undefined): void {
    if (doubt?.message === this.told) return;
    this.told = doubt?.message;
    if (doubt === undefined) this.logger.info('the log goes on');
    else this.logger.error(`nothing is appended to the log, and nothing signed: ${doubt.message}`);
  }

  private isOwn(remembered: TreeHead, head: TreeHead): boolean {
    return this.grown !== undefined && isSame(remembered, this.grown.from) && isSame(head, this.grown.to);
  }

  private async recall(): Promise<RememberedHead | undefined> {
    try {
      return await this.memory.recall();
    } catch (error) {
      throw new HeadInDoubt(`the remembered head cannot be read: ${reasonOf(error)}`);
    }
  }
}

const isSame = (a: TreeHead, b: TreeHead): boolean => a.size === b.size && a.rootHash === b.rootHash;
const inWords = ({ size, rootHash }: TreeHead): string => `${String(size)} entries, root ${rootHash}`;

/** A system's error by its code alone: its message names paths. */
const reasonOf = (error: unknown): string =>
  systemErrorCode(error) ?? (error instanceof Error ? error.message : 'unknown');
