import { currentHash } from './bundle-files';
import { type BundlePart, loadPart } from './bundle-part';
import { GUIDELINES, type GuidelinePart } from './guideline-part';
import { keeping } from './keeping';
import { TEACHING, type TeachingPart } from './teaching-part';

/** Reads one part of bundles. */
class PartReader<Part> {
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
    return loadPart(this.part, this.dir, hash);
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

/** The guidelines of bundles. Read anew each time: whoever makes an index of them keeps that alone. */
export class GuidelineStore extends PartReader<GuidelinePart> {
  /** @param dir the folder of the bundles */
  constructor(dir: string) {
    super(GUIDELINES, dir);
  }
}

/** The teaching cases of bundles, with the vocabulary that cases are checked by; the few that were used last are kept. */
export class TeachingStore extends PartReader<TeachingPart> {
  private readonly kept = new Map<string, TeachingPart>();

  /** @param dir the folder of the bundles */
  constructor(dir: string) {
    super(TEACHING, dir);
  }

  override get(hash: string): TeachingPart {
    return keeping(this.kept, hash, () => super.get(hash));
  }
}
