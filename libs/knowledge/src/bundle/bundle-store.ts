import { currentHash, loadBundle } from './bundle-files';
import { keeping } from './keeping';
import { type KnowledgeBundle } from './knowledge-bundle';

/** Hands out bundles by hash and keeps the few that were used last. */
export class BundleStore {
  /** In order of use, the least recent first. */
  private readonly kept = new Map<string, KnowledgeBundle>();

  /** @param dir the folder with `<hash>.json` files and the pointer `current` */
  constructor(readonly dir: string) {}

  /**
   * The bundle of a version.
   *
   * @throws {BundleError} `bundle-unknown`, `bundle-corrupt` or `bundle-schema-unknown`
   */
  get(hash: string): KnowledgeBundle {
    return keeping(this.kept, hash, () => loadBundle(this.dir, hash));
  }

  /**
   * The active bundle. The pointer is read each time: it may have been moved since.
   *
   * @throws {BundleError} also `no-active-bundle`
   */
  current(): KnowledgeBundle {
    return this.get(currentHash(this.dir));
  }

  /** The versions in memory, the least recently used first. */
  get loadedHashes(): readonly string[] {
    return [...this.kept.keys()];
  }
}
