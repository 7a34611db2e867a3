import { Inject, Injectable } from '@nestjs/common';
import {
  DomainError,
  MOST_IMPORTS,
  type GetGuidelineDocumentPayload,
  type GuidelineDocument,
  type GuidelineDocuments,
  type GuidelineImports,
  type ListGuidelineDocumentsPayload,
  type ListGuidelineImportsPayload,
  type WithdrawGuidelineDocumentPayload,
} from '@openrounds/contracts';
import { CLOCK, type Clock } from '@openrounds/platform';
import { documentWithdrawn } from '../model/withdrawal-record';
import { DOCUMENT_STORE, type DocumentStore } from '../ports/document-store';
import { fitting } from './fitting';

/** A tenant's own documents, also those that were withdrawn. */
@Injectable()
export class ManageDocuments {
  constructor(
    @Inject(DOCUMENT_STORE) private readonly documents: Pick<
      DocumentStore,
      'arriving' | 'find' | 'list' | 'withdraw'
    >,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `not-found` */
  async read({ meta, documentId }: GetGuidelineDocumentPayload): Promise<GuidelineDocument> {
    const document = await this.documents.find(meta.tenantId, documentId);
    if (document === undefined) throw new DomainError('not-found');
    return document;
  }

  async list({ meta, limit, before }: ListGuidelineDocumentsPayload): Promise<GuidelineDocuments> {
    const found = await this.documents.list(meta.tenantId, limit + 1, before);
    const items = fitting(found.slice(0, limit));
    return { items, more: items.length < found.length };
  }

  async imports({ meta }: ListGuidelineImportsPayload): Promise<GuidelineImports> {
    return { items: await this.documents.arriving(meta.tenantId, MOST_IMPORTS) };
  }

  /** Withdrawing twice changes nothing, and the log says it once. @throws DomainError `not-found` */
  async withdraw({ meta, documentId, by }: WithdrawGuidelineDocumentPayload): Promise<void> {
    const at = this.clock.now();
    const isThere = await this.documents.withdraw(meta.tenantId, documentId, at, (document) =>
      documentWithdrawn({ meta, by }, document, at),
    );
    if (!isThere) throw new DomainError('not-found');
  }
}
