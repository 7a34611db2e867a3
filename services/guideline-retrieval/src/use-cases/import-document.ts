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
import { DOCUMENT_STORE, type DocumentStore, type NewDocument } from '../ports/document-store';

/** All passages of a tenant's documents that stand: four books of the largest size. They are searched from memory. */
const MOST_PASSAGES = 20_000;

/** Takes a document in: first what it is, then its passages, batch by batch. Each step may be repeated. */
@Injectable()
export class ImportDocument {
  constructor(
    @Inject(DOCUMENT_STORE)
    private readonly documents: Pick<DocumentStore, 'add' | 'addPassages' | 'find' | 'standing'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `invalid-request` where it takes the place of a document that is not there, or is there already without
   * taking that place; `too-large` where the tenant's documents would have too many passages
   */
  async begin({ meta, document }: AddGuidelineDocumentPayload): Promise<ArrivingDocument> {
    const { supersedes } = document;
    if (supersedes !== null && (await this.documents.find(meta.tenantId, supersedes)) === undefined)
      throw new DomainError('invalid-request', 'The document that it supersedes is not there', [
        { pointer: '/supersedes', code: 'unknown-document', message: 'no document of yours has this id' },
      ]);
    await this.requireRoom(meta.tenantId, document);
    const stored = await this.documents.add(meta.tenantId, document, this.clock.now());
    if (supersedes !== null && stored.document.supersedes !== supersedes)
      throw new DomainError('invalid-request', 'The document is there already', [
        {
          pointer: '/supersedes',
          code: 'already-there',
          message: `it stands as ${stored.document.id}: withdraw it first`,
        },
      ]);
    return stored;
  }

  /** Asked before the document is kept: those that arrive at the same time may go beyond by what they hold. */
  private async requireRoom(tenantId: string, { sha256, passages }: NewDocument): Promise<void> {
    const standing = await this.documents.standing(tenantId);
    if (standing.some((each) => each.sha256 === sha256)) return;
    if (standing.reduce((sum, each) => sum + each.passages, passages) <= MOST_PASSAGES) return;
    const message = `your documents would have more than ${String(MOST_PASSAGES)} passages: withdraw one first`;
    throw new DomainError('too-large', 'There are too many documents', [
      { pointer: '/content', code: 'too-many-passages', message },
    ]);
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
