import { Inject, Injectable } from '@nestjs/common';
import {
  DomainError,
  ownPassageId,
  ownPassageOf,
  type FoundOwnPassage,
  type GetOwnPassagePayload,
} from '@openrounds/contracts';
import { ownPassageFrom } from '../own-passage';
import { DOCUMENT_STORE, type DocumentStore } from '../ports/document-store';
import { PASSAGE_LIBRARIES, type PassageLibraries } from '../ports/passage-libraries';

/** Passages before and after it that are named with a passage. */
const AROUND = 10;

/** One passage of a tenant's own document, also after the document was withdrawn: old runs point to it. */
@Injectable()
export class ReadOwnPassage {
  constructor(
    @Inject(DOCUMENT_STORE) private readonly documents: Pick<DocumentStore, 'find' | 'passagesAt'>,
    @Inject(PASSAGE_LIBRARIES) private readonly libraries: Pick<PassageLibraries, 'subjectsOf'>,
  ) {}

  /** @throws DomainError `not-found` */
  async execute({ meta, knowledge, passageId }: GetOwnPassagePayload): Promise<FoundOwnPassage> {
    const named = ownPassageOf(passageId);
    if (named === undefined) throw new DomainError('not-found');
    const { documentId, place } = named;
    const document = await this.documents.find(meta.tenantId, documentId);
    const around = await this.documents.passagesAt(
      meta.tenantId,
      documentId,
      Math.max(0, place - AROUND),
      place + AROUND,
    );
    const passage = around.find((each) => each.place === place);
    if (document === undefined || passage === undefined) throw new DomainError('not-found');
    const successor =
      document.supersededBy === null
        ? undefined
        : await this.documents.find(meta.tenantId, document.supersededBy);
    const headings = [document.title, passage.section];
    const subjects = this.libraries.subjectsOf(knowledge, headings, passage.text);
    return {
      passage: {
        passageId,
        score: 0,
        forDiseases: [...subjects.forDiseases],
        own: ownPassageFrom(passage, document, successor),
      },
      forFindings: [...subjects.forFindings],
      withdrawn: document.withdrawnAt !== null,
      neighbours: around
        .filter((each) => each.place !== place)
        .map((each) => ({ passageId: ownPassageId(documentId, each.place), section: each.section })),
    };
  }
}
