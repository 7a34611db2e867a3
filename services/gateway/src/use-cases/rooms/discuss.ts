import { Inject, Injectable } from '@nestjs/common';
import {
  Comment,
  SEAL_PLACES,
  ToldComments,
  type CommentInput,
  type CommentList,
} from '@openrounds/contracts';
import { newId, Sealer } from '@openrounds/platform';
import { canonicalHash } from '@openrounds/transparency-log';
import { MASKER, type Masker } from '../../ports/masker';
import { SERVICES, type Services } from '../../ports/services';
import { decodePosition, encodeCursor } from '../paging';
import { RateLimit } from '../rate-limit';
import { FindRoom } from './find-room';
import { actorOf, roomIdOf } from './in-room';
import { type InRoom } from './read-room';

/** What is said in a room after the diagnosis: de-identified here, told under numbers. */
@Injectable()
export class Discuss {
  constructor(
    @Inject(SERVICES) private readonly services: Services,
    @Inject(MASKER) private readonly masker: Masker,
    private readonly find: FindRoom,
    private readonly rateLimit: RateLimit,
    private readonly sealer: Sealer,
  ) {}

  /**
   * @param key of the request: what was written under it before is not written again
   * @throws DomainError `not-found`, `forbidden`, `not-open`, `room-ended`, `rate-limited`, `invalid-request`
   */
  async write(
    who: InRoom,
    address: string,
    { text }: CommentInput,
    key: string | undefined,
  ): Promise<Comment> {
    const roomId = await roomIdOf(this.find, who, address);
    if (who.seat !== undefined) await this.rateLimit.takeComment(who.seat);
    const mask = await this.masker.read([text]);
    const { meta } = who;
    const { tenantId, requestId } = meta;
    const commentKey = key === undefined ? newId() : canonicalHash({ key, text });
    const { sealed } = await this.services.ask('post-comment.v1', {
      meta,
      roomId,
      by: actorOf(who),
      key: commentKey,
      sealed: this.sealer.seal(mask(text).text, SEAL_PLACES.givenComment(tenantId, roomId, commentKey)),
    });
    return this.sealer.open(sealed, SEAL_PLACES.shownRoom(tenantId, requestId), Comment);
  }

  /** @throws DomainError `not-found`, `forbidden`, `not-open`, `invalid-request` for a cursor that is none of ours */
  async read(
    who: InRoom,
    address: string,
    { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
  ): Promise<CommentList> {
    const before = decodePosition(cursor);
    const roomId = await roomIdOf(this.find, who, address);
    const { meta } = who;
    const page = await this.services.ask('list-comments.v1', {
      meta,
      roomId,
      by: actorOf(who),
      limit,
      ...(before === 0 ? {} : { before }),
    });
    const place = SEAL_PLACES.shownRoom(meta.tenantId, meta.requestId);
    const items = this.sealer.open(page.sealed, place, ToldComments);
    return { items, nextCursor: page.next === undefined ? null : encodeCursor(String(page.next)) };
  }
}
