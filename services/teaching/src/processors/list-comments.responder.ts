import { type CommentsPage, type ListCommentsPayload } from '@openrounds/contracts';
import { Sealer } from '@openrounds/platform';
import { Handles } from '@openrounds/run-flow';
import { Discuss } from '../use-cases/discuss';
import { sealRoom } from './seal-room';

/** Tells what was said in a room. */
@Handles('teaching-interactive', 'list-comments.v1')
export class ListCommentsResponder {
  constructor(
    private readonly discuss: Discuss,
    private readonly sealer: Sealer,
  ) {}

  async answer({ meta, roomId, by, before, limit }: ListCommentsPayload): Promise<CommentsPage> {
    const { tenantId } = meta;
    const { items, next } = await this.discuss.read({ tenantId, roomId }, by, before, limit);
    return { ...sealRoom(items, meta, this.sealer), ...(next === null ? {} : { next }) };
  }
}
