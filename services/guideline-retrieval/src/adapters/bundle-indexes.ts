import { Injectable } from '@nestjs/common';
import { indexBundle, type PassageIndex } from '@openrounds/guidelines';
import { GuidelineStore, keeping } from '@openrounds/knowledge';

/** Indexes the passages of bundles, and keeps the indexes that were used last; what they were made of is let go. */
@Injectable()
export class BundleIndexes {
  private readonly indexes = new Map<string, PassageIndex>();

  constructor(private readonly versions: GuidelineStore) {}

  /** @throws BundleError when the version is not (yet) in the bundle store */
  of(knowledgeHash: string): PassageIndex {
    return keeping(this.indexes, knowledgeHash, () => indexBundle(this.versions.get(knowledgeHash)));
  }
}
