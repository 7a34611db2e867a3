/** Size and root hash of the tree at one moment. */
export interface TreeHead {
  readonly size: number;
  readonly rootHash: string;
}

/** The newest head that is known, as somebody or something left it beside the database. */
export interface RememberedHead extends TreeHead {
  /** The time of the backup that the database was restored from; nobody has said yet which head is true. */
  readonly restoredFrom?: string;
}

/** Remembers outside the database how far the log had come, so that a database that goes back is noticed. */
export interface HeadMemory {
  /**
   * @returns undefined where nothing was ever remembered
   * @throws Error when what is remembered cannot be read, or is the head of another log
   */
  recall(): Promise<RememberedHead | undefined>;
  /** Resolves once it would outlive a power cut. Only to be called under the lock of the log's head. */
  remember(head: TreeHead): Promise<void>;
}
export const HEAD_MEMORY = Symbol('HeadMemory');
