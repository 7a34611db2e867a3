import { Inject, Injectable } from '@nestjs/common';
import { DomainError, type ImportedCases, type PortableCase } from '@openrounds/contracts';
import { importRefusal, type ImportRefusal } from '@openrounds/presentation';
import { nthId } from '../model/nth-id';
import { readCases, writeCase, type CaseFile, type ReadCase } from '../model/portable-case';
import { KNOWLEDGE_LIBRARY, type KnowledgeLibrary } from '../ports/knowledge-library';
import { type Idempotency } from './claim-id';
import { TeachingCases, type TeachingRequest } from './teaching-cases';

type Rejected = ImportedCases['rejected'][number];

/** Teaching cases as files: out of one installation, into another. */
@Injectable()
export class ExchangeCases {
  constructor(
    @Inject(TeachingCases) private readonly cases: Pick<TeachingCases, 'ask' | 'claimId' | 'clean' | 'store'>,
    @Inject(KNOWLEDGE_LIBRARY) private readonly knowledge: Pick<KnowledgeLibrary, 'versions'>,
  ) {}

  /** @throws DomainError `not-found`, `case-erased` */
  async export(
    request: TeachingRequest,
    caseId: string,
    as: 'json' | 'yaml',
    version?: number,
  ): Promise<string> {
    const told = await this.cases.ask(request, caseId, version);
    const contentHash = told.versions.find((each) => each.version === told.version)?.contentHash;
    if (contentHash === undefined)
      throw new DomainError('not-found', 'This version is too old to be exported');
    const { slug, body } = told;
    const { knowledge } = this.knowledge.versions();
    return writeCase(
      { format: 'openrounds-case/1', contentHash, slug, version: told.version, knowledge, body },
      as,
    );
  }

  /** Stores what can be read as drafts of one's own, one after the other, and names the rest. */
  async import(request: TeachingRequest, file: CaseFile, idempotency: Idempotency): Promise<ImportedCases> {
    const firstId = await this.cases.claimId(request.principal, 'importTeachingCases', idempotency);
    const imported: ImportedCases = { items: [], rejected: [] };
    for (const [place, read] of readCases(file).entries()) {
      const { line } = read;
      if (!('portable' in read)) imported.rejected.push(this.refused(read, request));
      else {
        const stored = await this.storeOne(request, nthId(firstId, place), read.portable, line);
        if ('reason' in stored) imported.rejected.push(stored);
        else imported.items.push(stored);
      }
    }
    return imported;
  }

  private async storeOne(
    request: TeachingRequest,
    caseId: string,
    { body }: PortableCase,
    line: number,
  ): Promise<ImportedCases['items'][number] | Rejected> {
    try {
      const given = await this.cases.clean({ body });
      const { id, slug, version } = await this.cases.store(request, caseId, given);
      return { line, id, slug, version };
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'too-large') throw error;
      return this.rejection(line, 'too-large', request);
    }
  }

  private refused(read: Exclude<ReadCase, { portable: unknown }>, request: TeachingRequest): Rejected {
    if ('refusal' in read) return this.rejection(read.line, read.refusal, request);
    return { line: read.line, pointer: read.error.pointer, reason: read.error.message };
  }

  private rejection(line: number, refusal: ImportRefusal, { language }: TeachingRequest): Rejected {
    return { line, pointer: '', reason: importRefusal(refusal, language) };
  }
}
