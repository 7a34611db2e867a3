import { Controller, Inject, Res } from '@nestjs/common';
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
import { type ApiReply } from '../api-request';
import { holding } from '../holding';
import { Input, Lang, Operate, type OperationInput } from '../operate';

const MOST_MATCHES = 100;

/** All names are some forty pages, and the same for a caller who comes back; a new version of the knowledge is seen soon. */
const CACHE = 'private, max-age=600';

function kept<T>(reply: ApiReply, page: Page<T>): Page<T> {
  void reply.header('cache-control', CACHE).header('vary', 'accept-language');
  return page;
}

/** Reads of the active knowledge version: immutable, so the gateway answers them itself. */
@Controller()
export class KnowledgeController {
  constructor(@Inject(KNOWLEDGE_LIBRARY) private readonly knowledge: KnowledgeLibrary) {}

  @Operate('searchFindings')
  findings(
    @Input() { query: { q, ...page } }: OperationInput<'searchFindings'>,
    @Lang() language: Language,
    @Res({ passthrough: true }) reply: ApiReply,
  ): Page<FindingSummary> {
    const found =
      q === undefined || q.trim() === ''
        ? pageOfAll(this.bundle.findings, page, (finding) => presentFinding(finding, language))
        : pageOfAll(searchFindings(this.bundle, q, language, MOST_MATCHES), page, ({ finding, matched }) =>
            presentFinding(finding, language, matched),
          );
    return kept(reply, found);
  }

  @Operate('listDiseases')
  diseases(
    @Input() { query: { q, ...page } }: OperationInput<'listDiseases'>,
    @Lang() language: Language,
    @Res({ passthrough: true }) reply: ApiReply,
  ): Page<DiseaseSummary> {
    const found = holding(this.bundle.diseases, q);
    return kept(
      reply,
      pageOfAll(found, page, (disease) => presentDiseaseSummary(disease, language)),
    );
  }

  @Operate('getDisease')
  disease(@Input() { params }: OperationInput<'getDisease'>, @Lang() language: Language): Disease {
    const disease = lookupOf(this.bundle).diseases.get(params.id);
    if (disease === undefined) throw new DomainError('not-found', 'The knowledge base holds no such disease');
    return presentDisease(disease, this.bundle, language);
  }

  @Operate('listPresentingProblems')
  problems(
    @Input() { query: { q, ...page } }: OperationInput<'listPresentingProblems'>,
    @Lang() language: Language,
    @Res({ passthrough: true }) reply: ApiReply,
  ): Page<PresentingProblem> {
    const { bundle } = this;
    const found = holding(bundle.problems, q);
    return kept(
      reply,
      pageOfAll(found, page, (problem) => presentProblem(problem, bundle, language)),
    );
  }

  @Operate('listTests')
  tests(
    @Input() { query: { q, ...page } }: OperationInput<'listTests'>,
    @Lang() language: Language,
    @Res({ passthrough: true }) reply: ApiReply,
  ): Page<TestSummary> {
    const { bundle } = this;
    const found = holding(bundle.tests, q);
    return kept(
      reply,
      pageOfAll(found, page, (test) => presentTest(test, bundle, language)),
    );
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
