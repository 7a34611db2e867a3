import { currentHash, loadBundle } from './bundle-files';
import { type KnowledgeBundle } from './knowledge-bundle';

/** How many versions stay in memory: the active one, the one before it, and one for a replay. */
const MOST_KEPT = 3;

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
    const bundle = this.kept.get(hash) ?? loadBundle(this.dir, hash);
    this.kept.delete(hash);
    this.kept.set(hash, bundle);
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= MOST_KEPT) break;
      this.kept.delete(oldest);
    }
    return bundle;
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
