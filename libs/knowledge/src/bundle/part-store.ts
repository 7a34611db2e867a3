import { currentHash } from './bundle-files';
import { type BundlePart, loadPart } from './bundle-part';
import { GUIDELINES, type GuidelinePart } from './guideline-part';
import { keeping } from './keeping';
import { TEACHING, type TeachingPart } from './teaching-part';

/** Hands out one part of bundles by the bundle's hash and keeps the few that were used last. */
class PartStore<Part> {
  private readonly kept = new Map<string, Part>();

  constructor(
    private readonly part: BundlePart<Part>,
    readonly dir: string,
  ) {}

  /**
   * The part of a version.
   *
   * @throws {BundleError} `bundle-unknown`, `bundle-corrupt` or `bundle-schema-unknown`
   */
  get(hash: string): Part {
    return keeping(this.kept, hash, () => loadPart(this.part, this.dir, hash));
  }

  /**
   * The part of the active version. The pointer is read each time: it may have been moved since.
   *
   * @throws {BundleError} also `no-active-bundle`
   */
  current(): Part {
    return this.get(currentHash(this.dir));
  }
}

/** The guidelines of bundles. */
export class GuidelineStore extends PartStore<GuidelinePart> {
  /** @param dir the folder of the bundles */
  constructor(dir: string) {
    super(GUIDELINES, dir);
  }
}

/** The teaching cases of bundles, with the vocabulary that cases are checked by. */
export class TeachingStore extends PartStore<TeachingPart> {
  /** @param dir the folder of the bundles */
  constructor(dir: string) {
    super(TEACHING, dir);
  }
}
