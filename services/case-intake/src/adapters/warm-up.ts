import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { LOGGER, type Logger } from '@openrounds/platform';
import { VOCABULARIES } from '../ports/vocabularies';
import { type BundleVocabularies } from './bundle-vocabularies';

/**
 * Makes ready before the first worker starts and before the service says that it is ready: a vocabulary that was not
 * compiled with its bundle takes longer than anybody waits.
 */
@Injectable()
export class WarmUp implements OnModuleInit {
  constructor(
    @Inject(VOCABULARIES) private readonly vocabularies: Pick<BundleVocabularies, 'warmUp'>,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async onModuleInit(): Promise<void> {
    try {
      await this.vocabularies.warmUp();
    } catch (error) {
      this.logger.warn({ err: error }, 'no knowledge version is active yet');
    }
  }
}
