import { Inject, Injectable } from '@nestjs/common';
import { type Case, type Finding, type JobMeta, type Language, type Principal } from '@openrounds/contracts';
import { toPhenopacket, type Omitted, type WrittenPhenopacket } from '@openrounds/interchange';
import { namesForOthers } from '../model/named-finding';
import { KNOWLEDGE_LIBRARY, type KnowledgeLibrary } from '../ports/knowledge-library';
import { ManageCases } from './manage-cases';

/** Who asks for which case. */
export interface CaseWanted {
  readonly principal: Principal;
  readonly meta: JobMeta;
  readonly caseId: string;
  readonly language: Language;
  readonly version?: number | undefined;
}

/** A case for another system. */
@Injectable()
export class ExportCase {
  constructor(
    @Inject(ManageCases) private readonly cases: Pick<ManageCases, 'read'>,
    @Inject(KNOWLEDGE_LIBRARY) private readonly knowledge: Pick<KnowledgeLibrary, 'current'>,
  ) {}

  /** @throws DomainError `not-found`, `case-erased` */
  async phenopacket({ principal, meta, caseId, language, version }: CaseWanted): Promise<{
    readonly phenopacket: WrittenPhenopacket;
    readonly omitted: readonly Omitted[];
    readonly notice: string;
  }> {
    const stored = await this.cases.read(principal, meta, caseId, language, version);
    const { id, createdAt, patient, notice } = stored;
    const nameOf = namesForOthers(this.knowledge.current().bundle, language);
    const told = { patient, findings: findingsOf(stored), labs: labsOf(stored), nameOf };
    return { ...toPhenopacket({ id, version: stored.version, createdAt, told, notice }), notice };
  }
}

const labsOf = ({ labs, stages }: Case): Case['labs'] => [
  ...labs,
  ...stages.flatMap((stage) => stage.labs ?? []),
];

/** Of a finding that is told twice the later stage counts. */
function findingsOf({ findings, stages }: Case): readonly Finding[] {
  const all = [...findings, ...stages.flatMap((stage) => stage.findings ?? [])];
  return [...new Map(all.map((finding) => [finding.findingId, finding])).values()];
}
