import { Controller, Inject } from '@nestjs/common';
import {
  DomainError,
  type Disease,
  type DiseaseSummary,
  type FindingSummary,
  type KnowledgeInfo,
  type Language,
  type PresentingProblem,
  type SourceAttributes,
  type TestSummary,
} from '@openrounds/contracts';
import { lookupOf, searchFindings, type KnowledgeBundle } from '@openrounds/knowledge';
import {
  presentDisease,
  presentDiseaseSummary,
  presentFinding,
  presentKnowledge,
  presentProblem,
  presentSourceAttributes,
  presentTest,
} from '@openrounds/presentation';
import { KNOWLEDGE_LIBRARY, type KnowledgeLibrary } from '../../ports/knowledge-library';
import { pageOfAll, type Page } from '../../use-cases/paging';
import { holding } from '../holding';
import { Input, Lang, Operate, type OperationInput } from '../operate';

const MOST_MATCHES = 100;

/** Reads of the active knowledge version: immutable, so the gateway answers them itself. */
@Controller()
export class KnowledgeController {
  constructor(@Inject(KNOWLEDGE_LIBRARY) private readonly knowledge: KnowledgeLibrary) {}

  @Operate('searchFindings')
  findings(
    @Input() { query: { q, limit, cursor } }: OperationInput<'searchFindings'>,
    @Lang() language: Language,
  ): Page<FindingSummary> {
    const all =
      q === undefined || q.trim() === ''
        ? this.bundle.findings.map((finding) => presentFinding(finding, language))
        : searchFindings(this.bundle, q, language, MOST_MATCHES).map(({ finding, matched }) =>
            presentFinding(finding, language, matched),
          );
    return pageOfAll(all, limit, cursor);
  }

  @Operate('listDiseases')
  diseases(
    @Input() { query: { q, limit, cursor } }: OperationInput<'listDiseases'>,
    @Lang() language: Language,
  ): Page<DiseaseSummary> {
    const found = holding(this.bundle.diseases, q).map((disease) => presentDiseaseSummary(disease, language));
    return pageOfAll(found, limit, cursor);
  }

  @Operate('getDisease')
  disease(@Input() { params }: OperationInput<'getDisease'>, @Lang() language: Language): Disease {
    const disease = lookupOf(this.bundle).diseases.get(params.id);
    if (disease === undefined) throw new DomainError('not-found', 'The knowledge base holds no such disease');
    return presentDisease(disease, this.bundle, language);
  }

  @Operate('listPresentingProblems')
  problems(
    @Input() { query: { q, limit, cursor } }: OperationInput<'listPresentingProblems'>,
    @Lang() language: Language,
  ): Page<PresentingProblem> {
    const found = holding(this.bundle.problems, q).map((problem) =>
      presentProblem(problem, this.bundle, language),
    );
    return pageOfAll(found, limit, cursor);
  }

  @Operate('listTests')
  tests(
    @Input() { query: { q, limit, cursor } }: OperationInput<'listTests'>,
    @Lang() language: Language,
  ): Page<TestSummary> {
    const found = holding(this.bundle.tests, q).map((test) => presentTest(test, this.bundle, language));
    return pageOfAll(found, limit, cursor);
  }

  @Operate('getKnowledge')
  info(@Lang() language: Language): KnowledgeInfo {
    return presentKnowledge(this.bundle, language);
  }

  @Operate('getSourceAttributes')
  sourceAttributes(@Lang() language: Language): SourceAttributes {
    return presentSourceAttributes(this.bundle, language);
  }

  private get bundle(): KnowledgeBundle {
    return this.knowledge.current().bundle;
  }
}
