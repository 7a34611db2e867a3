import { Inject, Injectable } from '@nestjs/common';
import {
  DomainError,
  type FieldError,
  type ImportedCase,
  type ImportFormat,
  type JobMeta,
  type Language,
  type Principal,
} from '@openrounds/contracts';
import { fromCsv, fromFhir, fromPhenopacket, NotImportable, type Imported } from '@openrounds/interchange';
import { CLOCK, type Clock } from '@openrounds/platform';
import { namesOf, presentRejections } from '@openrounds/presentation';
import { KNOWLEDGE_LIBRARY, type KnowledgeLibrary } from '../ports/knowledge-library';
import { ManageCases } from './manage-cases';

/** A document as it came: parsed JSON, or the text of a table. */
export interface ImportedDocument {
  readonly format: ImportFormat;
  readonly body: unknown;
}

/** Of a document of which nothing can be used, this many reasons are told. */
const MOST_REASONS = 100;

/** A case from elsewhere: read, then stored like any other. */
@Injectable()
export class ImportCase {
  constructor(
    @Inject(ManageCases) private readonly cases: Pick<ManageCases, 'create'>,
    @Inject(KNOWLEDGE_LIBRARY) private readonly knowledge: Pick<KnowledgeLibrary, 'current'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `invalid-request` for a document that is not of its format, or of which nothing can be used;
   *   `malformed-table` for a table that cannot be split into cells
   */
  async execute(
    principal: Principal,
    meta: JobMeta,
    document: ImportedDocument,
    language: Language,
    idempotency: { key: string; bodyHash: string } | undefined,
  ): Promise<ImportedCase> {
    const { bundle } = this.knowledge.current();
    const { case: input, rejected: rejections, withheld } = this.read(document);
    const rejected = presentRejections(rejections, namesOf(bundle, language));
    if (input.findings === undefined && input.labs === undefined) {
      const reasons = rejected.slice(0, MOST_REASONS);
      throw new DomainError(
        'invalid-request',
        `It gives no finding and no laboratory value; ${String(rejected.length)} item(s) could not be used`,
        reasons.map(({ pointer, code, reason }): FieldError => ({ pointer, code, message: reason })),
      );
    }
    const origin = { operation: `importCase:${document.format}`, withheld };
    const stored = await this.cases.create(
      principal,
      meta,
      { ...input, language },
      language,
      idempotency,
      origin,
    );
    return { ...stored, rejected };
  }

  private read({ format, body }: ImportedDocument): Imported {
    const { vocabulary } = this.knowledge.current();
    const options = { today: this.clock.now() };
    try {
      switch (format) {
        case 'fhir':
          return fromFhir(body, vocabulary, options);
        case 'phenopacket':
          return fromPhenopacket(body, vocabulary, options);
        case 'csv':
          return fromCsv(typeof body === 'string' ? body : '', vocabulary);
      }
    } catch (error) {
      if (!(error instanceof NotImportable)) throw error;
      if (error.code === 'not-csv') throw new DomainError('malformed-table', error.message);
      throw new DomainError('invalid-request', 'The document is not of this format', [
        { pointer: error.pointer, code: error.code, message: error.message },
      ]);
    }
  }
}
