import { Inject, Injectable } from '@nestjs/common';
import {
  type GuidelineDocument,
  type GuidelineDocumentList,
  type GuidelineImports,
  type JobMeta,
  type Principal,
} from '@openrounds/contracts';
import { SERVICES, type Services } from '../ports/services';
import { decodeCursor, encodeCursor } from './paging';

/** The documents that an institution imported. */
@Injectable()
export class OwnGuidelines {
  constructor(@Inject(SERVICES) private readonly services: Services) {}

  async list(meta: JobMeta, limit: number, cursor: string | undefined): Promise<GuidelineDocumentList> {
    const before = decodeCursor(cursor);
    const wanted = { meta, limit, ...(before === undefined ? {} : { before }) };
    const { items, more } = await this.services.ask('list-guideline-documents.v1', wanted);
    const last = items.at(-1);
    return { items, nextCursor: more && last !== undefined ? encodeCursor(last.id) : null };
  }

  imports(meta: JobMeta): Promise<GuidelineImports> {
    return this.services.ask('list-guideline-imports.v1', { meta });
  }

  /** @throws DomainError `not-found` */
  read(meta: JobMeta, documentId: string): Promise<GuidelineDocument> {
    return this.services.ask('get-guideline-document.v1', { meta, documentId });
  }

  /** @throws DomainError `not-found` */
  async withdraw(meta: JobMeta, documentId: string, { role }: Pick<Principal, 'role'>): Promise<void> {
    const by = role === 'admin' ? 'administrator' : 'author';
    await this.services.ask('withdraw-guideline-document.v1', { meta, documentId, by });
  }
}
