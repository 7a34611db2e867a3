import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  DomainError,
  MAX_DOCUMENT_BYTES,
  type ArrivingDocument,
  type GuidelineDocument,
  type ImportGuidelineInput,
  type JobMeta,
  type Principal,
} from '@openrounds/contracts';
import { type DocumentPassage, type ReadDocument } from '@openrounds/guideline-import';
import { CLOCK, type Clock } from '@openrounds/platform';
import { DOCUMENT_READER, type DocumentReader } from '../ports/document-reader';
import { IDEMPOTENCY_STORE, type IdempotencyStore } from '../ports/idempotency';
import { SERVICES, type Services } from '../ports/services';
import { claimId, type Idempotency } from './claim-id';

/** Passages that travel together: well below what a job carries, whatever their language. */
const PER_BATCH = 40;

/** The document that was asked for, and whether this request has brought it. */
export interface ImportedDocument {
  readonly document: GuidelineDocument;
  readonly isNew: boolean;
}

/** A document of an institution: read here, kept by guideline-retrieval. */
@Injectable()
export class ImportGuideline {
  constructor(
    @Inject(DOCUMENT_READER) private readonly reader: DocumentReader,
    @Inject(SERVICES) private readonly services: Services,
    @Inject(IDEMPOTENCY_STORE) private readonly idempotency: Pick<IdempotencyStore, 'claim'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError as {@link DocumentReader}; `invalid-request` where its title is missing, its predecessor is not there, or it
   * came before without that predecessor; `too-large` where the tenant would have too many passages
   */
  async execute(
    principal: Principal,
    meta: JobMeta,
    { content, ...said }: ImportGuidelineInput,
    idempotency: Idempotency,
  ): Promise<ImportedDocument> {
    const bytes = Buffer.from(content, 'base64');
    if (bytes.length > MAX_DOCUMENT_BYTES)
      throw new DomainError('too-large', `A document has at most ${String(MAX_DOCUMENT_BYTES)} bytes`, [
        { pointer: '/content', code: 'too-large', message: 'the file is too large' },
      ]);
    const read = await this.reader.read(principal.tenantId, bytes, said.mediaType);
    const now = this.clock.now();
    const id = await claimId(this.idempotency, principal, 'importGuidelineDocument', idempotency, now);
    const begun = await this.services.ask('add-guideline-document.v1', {
      meta,
      document: {
        id,
        title: titleOf(said, read),
        publisher: said.publisher ?? said.source.slice(0, LONGEST_PUBLISHER).toWellFormed(),
        year: said.year,
        region: said.region,
        language: said.language ?? read.language,
        licence: said.licence,
        source: said.source,
        supersedes: said.supersedes ?? null,
        mediaType: said.mediaType,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        bytes: bytes.length,
        pages: read.pages ?? null,
        passages: read.passages.length,
      },
    });
    if (begun.complete) return { document: begun.document, isNew: false };
    return { document: await this.send(meta, begun, read.passages), isNew: true };
  }

  /** Batch after batch; a request that is repeated after an outage begins anew, and nothing is kept twice. */
  private async send(
    meta: JobMeta,
    begun: ArrivingDocument,
    passages: readonly DocumentPassage[],
  ): Promise<GuidelineDocument> {
    let arriving = begun;
    for (let from = 0; from < passages.length; from += PER_BATCH)
      arriving = await this.services.ask('add-guideline-passages.v1', {
        meta,
        documentId: begun.document.id,
        from,
        passages: passages
          .slice(from, from + PER_BATCH)
          .map(({ section, page, text }) => ({ section, page: page ?? null, text })),
      });
    if (!arriving.complete) throw new DomainError('dependency-unavailable', 'Not all passages have arrived');
    return arriving.document;
  }
}

const LONGEST_PUBLISHER = 200;

function titleOf({ title }: Pick<ImportGuidelineInput, 'title'>, read: ReadDocument): string {
  const told = title ?? read.title;
  if (told !== undefined) return told;
  throw new DomainError('invalid-request', 'The document does not say its title', [
    { pointer: '/title', code: 'title-missing', message: 'the document has none: give one' },
  ]);
}
