import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  DomainError,
  type AddGuidelineDocumentPayload,
  type AddGuidelinePassagesPayload,
  type ArrivingDocument,
  type DocumentPassage,
} from '@openrounds/contracts';
import { CLOCK, type Clock } from '@openrounds/platform';
import { DOCUMENT_STORE, type DocumentStore } from '../ports/document-store';

/** Takes a document in: first what it is, then its passages, batch by batch. Each step may be repeated. */
@Injectable()
export class ImportDocument {
  constructor(
    @Inject(DOCUMENT_STORE)
    private readonly documents: Pick<DocumentStore, 'add' | 'addPassages' | 'find' | 'standing'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `invalid-request` where it takes the place of a document that does not stand */
  async begin({ meta, document }: AddGuidelineDocumentPayload): Promise<ArrivingDocument> {
    const { supersedes } = document;
    if (supersedes !== null && (await this.documents.find(meta.tenantId, supersedes)) === undefined)
      throw new DomainError('invalid-request', 'The document that it supersedes is not there', [
        { pointer: '/supersedes', code: 'unknown-document', message: 'no document of yours has this id' },
      ]);
    return this.documents.add(meta.tenantId, document, this.clock.now());
  }

  /** @throws DomainError `not-found` */
  async go({ meta, documentId, from, passages }: AddGuidelinePassagesPayload): Promise<ArrivingDocument> {
    const numbered = passages.map((passage, place) => ({
      ...passage,
      documentId,
      place: from + place,
      sha256: hashOf(passage),
    }));
    const stored = await this.documents.addPassages(meta.tenantId, numbered, this.clock.now());
    if (stored === undefined) throw new DomainError('not-found');
    return stored;
  }
}

const hashOf = ({ section, page, text }: DocumentPassage): string =>
  createHash('sha256')
    .update(JSON.stringify([section, page, text]))
    .digest('hex');
