import { SEAL_PLACES, type PostCommentPayload, type SealedRoom } from '@openrounds/contracts';
import { Sealer } from '@openrounds/platform';
import { Handles } from '@openrounds/run-flow';
import { z } from 'zod';
import { Discuss } from '../use-cases/discuss';
import { sealRoom } from './seal-room';

/** Writes a comment. */
@Handles('teaching-interactive', 'post-comment.v1')
export class PostCommentResponder {
  constructor(
    private readonly discuss: Discuss,
    private readonly sealer: Sealer,
  ) {}

  async answer({ meta, roomId, by, key, sealed }: PostCommentPayload): Promise<SealedRoom> {
    const { tenantId } = meta;
    const text = this.sealer.open(sealed, SEAL_PLACES.givenComment(tenantId, roomId, key), z.string());
    return sealRoom(await this.discuss.write({ tenantId, roomId }, by, key, text), meta, this.sealer);
  }
}
