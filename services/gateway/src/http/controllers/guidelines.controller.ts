import { Controller, Inject, Req } from '@nestjs/common';
import { deidentify } from '@openrounds/clinical-language';
import { type GuidelinePassage, type Language, type Principal } from '@openrounds/contracts';
import { namesOf, notice, presentPassage } from '@openrounds/presentation';
import { KNOWLEDGE_LIBRARY, type KnowledgeLibrary } from '../../ports/knowledge-library';
import { SERVICES, type Services } from '../../ports/services';
import { type ApiRequest } from '../api-request';
import { jobMeta } from '../job-meta';
import { Caller, Input, Lang, Operate, type OperationInput } from '../operate';

interface Answer {
  items: GuidelinePassage[];
  nextCursor: null;
  reason?: 'no-evidence-found';
  notice: string;
}

@Controller()
export class GuidelinesController {
  constructor(
    @Inject(SERVICES) private readonly services: Services,
    @Inject(KNOWLEDGE_LIBRARY) private readonly knowledge: KnowledgeLibrary,
  ) {}

  @Operate('searchGuidelines')
  async search(
    @Input() { query }: OperationInput<'searchGuidelines'>,
    @Caller() principal: Principal,
    @Lang() language: Language,
    @Req() request: ApiRequest,
  ): Promise<Answer> {
    const { bundle } = this.knowledge.current();
    const { passages } = await this.services.ask('search-guidelines.v1', {
      meta: jobMeta(request, principal),
      knowledge: bundle.hashes.knowledge,
      ...(query.q === undefined ? {} : { query: deidentify(query.q).text }),
      diseaseIds: query.disease === undefined ? [] : [query.disease],
      language,
      region: query.region ?? null,
      limit: query.limit,
    });
    const names = namesOf(bundle, language);
    const items = passages.flatMap((hit) => presentPassage(hit, bundle, names) ?? []);
    return {
      items,
      nextCursor: null,
      ...(items.length === 0 ? { reason: 'no-evidence-found' as const } : {}),
      notice: notice(language),
    };
  }
}
