import { Inject, Injectable } from '@nestjs/common';
import { ownPassageId, type GuidelineDocument, type OwnPassage } from '@openrounds/contracts';
import {
  candidatesOf,
  namedIn,
  searchPassages,
  withPassages,
  type Passage,
  type PassageIndex,
} from '@openrounds/guidelines';
import { textHash } from '../model/text-hash';
import { ownPassageFrom } from '../own-passage';
import { DOCUMENT_STORE, type DocumentStore, type StoredPassage } from '../ports/document-store';
import {
  type PassageLibraries,
  type PassageLibrary,
  type PassageQuery,
  type Subjects,
} from '../ports/passage-libraries';
import { BundleIndexes } from './bundle-indexes';

/**
 * Own passages in the indexes that are kept, of all tenants together: some 3 KB each where they are long. An import bounds
 * what a single tenant has to half of that.
 */
const KEPT_PASSAGES = 40_000;

type Searched = Passage & { readonly own?: OwnPassage };

interface Kept {
  /** The bundle's index, and the documents that were added to it. */
  readonly base: PassageIndex;
  readonly standing: string;
  readonly passages: number;
  /** Being made, or made: whoever asks meanwhile waits for the same. */
  readonly library: Promise<PassageLibrary>;
}

/**
 * The passages of bundles, and with them those of the documents that stand for a tenant. Which these are is asked each time; the index is
 * made anew when it has changed. Tenants without documents share the bundle's.
 */
@Injectable()
export class TenantPassages implements PassageLibraries {
  /** By tenant; the last used stands last. */
  private readonly kept = new Map<string, Kept>();

  constructor(
    private readonly bundles: BundleIndexes,
    @Inject(DOCUMENT_STORE) private readonly documents: Pick<DocumentStore, 'standing' | 'passagesOf'>,
  ) {}

  async of(knowledgeHash: string, tenantId: string): Promise<PassageLibrary> {
    const base = this.bundles.of(knowledgeHash);
    const documents = await this.documents.standing(tenantId);
    if (documents.length === 0) {
      this.kept.delete(tenantId);
      return libraryOf(base);
    }
    const standing = documents.map(({ id, supersededBy }) => `${id} ${String(supersededBy)}`).join();
    const known = this.kept.get(tenantId);
    const entry =
      known?.base === base && known.standing === standing
        ? known
        : {
            base,
            standing,
            passages: documents.reduce((sum, { passages }) => sum + passages, 0),
            library: this.indexed(tenantId, documents, base),
          };
    this.keep(tenantId, entry);
    try {
      return await entry.library;
    } catch (error) {
      if (this.kept.get(tenantId) === entry) this.kept.delete(tenantId);
      throw error;
    }
  }

  subjectsOf(knowledgeHash: string, headings: readonly string[], text: string): Subjects {
    return namedIn(this.bundles.of(knowledgeHash).names, headings, text);
  }

  private async indexed(
    tenantId: string,
    documents: readonly GuidelineDocument[],
    base: PassageIndex,
  ): Promise<PassageLibrary> {
    return libraryOf(withPassages(base, await this.passages(tenantId, documents, base)));
  }

  private async passages(
    tenantId: string,
    documents: readonly GuidelineDocument[],
    index: PassageIndex,
  ): Promise<Searched[]> {
    const byId = new Map(documents.map((document) => [document.id, document]));
    const passages = await this.documents.passagesOf(tenantId, [...byId.keys()]);
    return passages.flatMap((passage) => {
      const document = byId.get(passage.documentId);
      if (document === undefined) return [];
      return [searchedFrom(passage, document, byId.get(document.supersededBy ?? ''), index)];
    });
  }

  private keep(tenantId: string, entry: Kept): void {
    this.kept.delete(tenantId);
    this.kept.set(tenantId, entry);
    let passages = [...this.kept.values()].reduce((sum, each) => sum + each.passages, 0);
    for (const [tenant, oldest] of this.kept) {
      if (passages <= KEPT_PASSAGES || oldest === entry) break;
      this.kept.delete(tenant);
      passages -= oldest.passages;
    }
  }
}

function searchedFrom(
  passage: StoredPassage,
  document: GuidelineDocument,
  successor: GuidelineDocument | undefined,
  { names }: PassageIndex,
): Searched {
  const { id, title, region, year, language } = document;
  const { section, text, place } = passage;
  return {
    id: ownPassageId(id, place),
    document: id,
    title: { [language]: title },
    section: { [language]: section },
    text: { [language]: text },
    ...namedIn(names, [title, section], text),
    region,
    year,
    language,
    ofInstitution: true,
    superseded: successor !== undefined,
    own: ownPassageFrom(passage, document, successor),
  };
}

const libraryOf = (index: PassageIndex<Searched>): PassageLibrary => ({
  passages: index.passages,
  candidates: (query) => candidatesOf(index, asSearched(query)),
  search: (query) =>
    searchPassages(index, asSearched(query)).map(({ passage: { id, own, text }, score, forDiseases }) => ({
      passageId: id,
      score,
      forDiseases,
      ...(own === undefined ? { sha256: textHash(text) } : { own }),
    })),
});

const asSearched = ({ region, ...query }: PassageQuery) => ({
  ...query,
  ...(region === null ? {} : { region }),
});
