import { Controller, Req } from '@nestjs/common';
import { type Language, type Principal } from '@openrounds/contracts';
import { SearchGuidelines, type FoundPassages } from '../../use-cases/search-guidelines';
import { type ApiRequest } from '../api-request';
import { jobMeta } from '../job-meta';
import { Caller, Input, Lang, Operate, type OperationInput } from '../operate';

@Controller()
export class GuidelinesController {
  constructor(private readonly guidelines: SearchGuidelines) {}

  @Operate('searchGuidelines')
  search(
    @Input() { query }: OperationInput<'searchGuidelines'>,
    @Caller() principal: Principal,
    @Lang() language: Language,
    @Req() request: ApiRequest,
  ): Promise<FoundPassages> {
    return this.guidelines.execute(jobMeta(request, principal), query, language);
  }
}
