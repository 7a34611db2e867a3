import { Controller, Inject, Req } from '@nestjs/common';
import { DomainError, type Language, type PassagePage, type Principal } from '@openrounds/contracts';
import { presentPassagePage } from '@openrounds/presentation';
import { KNOWLEDGE_LIBRARY, type KnowledgeLibrary } from '../../ports/knowledge-library';
import { SearchGuidelines, type FoundPassages } from '../../use-cases/search-guidelines';
import { type ApiRequest } from '../api-request';
import { jobMeta } from '../job-meta';
import { Caller, Input, Lang, Operate, type OperationInput } from '../operate';

@Controller()
export class GuidelinesController {
  constructor(
    private readonly guidelines: SearchGuidelines,
    @Inject(KNOWLEDGE_LIBRARY) private readonly knowledge: Pick<KnowledgeLibrary, 'current'>,
  ) {}

  @Operate('searchGuidelines')
  search(
    @Input() { query }: OperationInput<'searchGuidelines'>,
    @Caller() principal: Principal,
    @Lang() language: Language,
    @Req() request: ApiRequest,
  ): Promise<FoundPassages> {
    return this.guidelines.execute(jobMeta(request, principal), query, language);
  }

  @Operate('getGuidelinePassage')
  passage(
    @Input() { params }: OperationInput<'getGuidelinePassage'>,
    @Lang() language: Language,
  ): PassagePage {
    const page = presentPassagePage(params.id, this.knowledge.current().bundle, language);
    if (page === undefined) throw new DomainError('not-found', 'The knowledge base holds no such passage');
    return page;
  }
}
