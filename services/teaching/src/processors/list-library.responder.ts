import { type ListLibraryPayload, type SealedPage } from '@openrounds/contracts';
import { Sealer } from '@openrounds/platform';
import { answerWithKnowledge, Handles } from '@openrounds/run-flow';
import { ListLibrary } from '../use-cases/list-library';
import { sealPage } from './seal-case';

/** Lists the cases that can be taken. */
@Handles('teaching-interactive', 'list-library.v1')
export class ListLibraryResponder {
  constructor(
    private readonly listLibrary: ListLibrary,
    private readonly sealer: Sealer,
  ) {}

  async answer(wanted: ListLibraryPayload): Promise<SealedPage> {
    const page = await answerWithKnowledge(() => this.listLibrary.execute(wanted));
    return sealPage(page, wanted.meta, this.sealer);
  }
}
