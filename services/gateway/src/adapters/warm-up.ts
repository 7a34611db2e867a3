import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { searchFindings } from '@openrounds/knowledge';
import { LOGGER, type Logger } from '@openrounds/platform';
import { KNOWLEDGE_LIBRARY, type KnowledgeLibrary } from '../ports/knowledge-library';

/** Makes ready before the service listens: the first type-ahead and the first check would pay for their index. */
@Injectable()
export class WarmUp implements OnModuleInit {
  constructor(
    @Inject(KNOWLEDGE_LIBRARY) private readonly knowledge: Pick<KnowledgeLibrary, 'current'>,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    try {
      searchFindings(this.knowledge.current().bundle, 'a', 'en', 1);
    } catch (error) {
      this.logger.warn({ err: error }, 'no knowledge version is active yet');
    }
  }
}
