import { type GuidelinePart, loadGuidelinePart } from './guideline-part';
import { keeping } from './keeping';

/** Hands out the guidelines of bundles by the bundle's hash and keeps the few that were used last. */
export class GuidelineStore {
  private readonly kept = new Map<string, GuidelinePart>();

  /** @param dir the folder of the bundles */
  constructor(readonly dir: string) {}

  /**
   * The guidelines of a version.
   *
   * @throws {BundleError} `bundle-unknown`, `bundle-corrupt` or `bundle-schema-unknown`
   */
  get(hash: string): GuidelinePart {
    return keeping(this.kept, hash, () => loadGuidelinePart(this.dir, hash));
  }
}
