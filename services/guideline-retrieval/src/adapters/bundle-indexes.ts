import { Injectable } from '@nestjs/common';
import { indexBundle, type PassageIndex } from '@openrounds/guidelines';
import { GuidelineStore, type GuidelinePart } from '@openrounds/knowledge';

/** Indexes the passages of bundles; an index lives as long as its guidelines do. */
@Injectable()
export class BundleIndexes {
  private readonly indexes = new WeakMap<GuidelinePart, PassageIndex>();

  constructor(private readonly versions: GuidelineStore) {}

  /** @throws BundleError when the version is not (yet) in the bundle store */
  of(knowledgeHash: string): PassageIndex {
    const part = this.versions.get(knowledgeHash);
    const index = this.indexes.get(part) ?? indexBundle(part);
    this.indexes.set(part, index);
    return index;
  }
}
