import { Inject, Injectable } from '@nestjs/common';
import {
  DomainError,
  ownPassageOf,
  type JobMeta,
  type Language,
  type PassagePage,
} from '@openrounds/contracts';
import { presentOwnPassagePage, presentPassagePage } from '@openrounds/presentation';
import { KNOWLEDGE_LIBRARY, type KnowledgeLibrary } from '../ports/knowledge-library';
import { SERVICES, type Services } from '../ports/services';

/** One passage: of the knowledge base, or of a document of the caller's institution. */
@Injectable()
export class ReadPassage {
  constructor(
    @Inject(SERVICES) private readonly services: Services,
    @Inject(KNOWLEDGE_LIBRARY) private readonly knowledge: Pick<KnowledgeLibrary, 'current'>,
  ) {}

  /** @throws DomainError `not-found` */
  async execute(meta: JobMeta, passageId: string, language: Language): Promise<PassagePage> {
    const { bundle } = this.knowledge.current();
    if (ownPassageOf(passageId) !== undefined) {
      const { knowledge } = bundle.hashes;
      const found = await this.services.ask('get-own-passage.v1', { meta, knowledge, passageId });
      return presentOwnPassagePage(found, bundle, language);
    }
    const page = presentPassagePage(passageId, bundle, language);
    if (page === undefined) throw new DomainError('not-found', 'There is no such passage');
    return page;
  }
}
